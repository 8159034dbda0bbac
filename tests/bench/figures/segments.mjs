// The segments in depth: all analyses of clients with 24 months each, an edit while they are followed, the board grouped
// otherwise, and a card dragged over many.
import { monthFile } from '../data/file.mjs';
import { Kontor } from '../page/kontor.mjs';
import { median, percentile } from '../statistics.mjs';
import { figure, milliseconds } from '../table.mjs';

const CARDS = 10_000;
const MOVES = 120;

export async function segmenting({ browser, url, clients, rounds, report }) {
  const kontor = await Kontor.open(browser, url);
  const imported = await kontor.importFile(monthFile(clients), clients);
  report('24 months each, imported', imported);
  await kontor.saved();
  const analysed = [];
  for (let round = 1; round <= rounds; round += 1) {
    if (round > 1) await kontor.reopen(clients);
    analysed.push(await kontor.analyse());
    report(`analyses, round ${round}`, analysed.at(-1));
  }
  await kontor.openBoard();
  const edits = [];
  for (let round = 0; round < rounds; round += 1) edits.push(await kontor.moveCard(round % 2, (round + 1) % 2));
  report('an edit, analyses followed', { edits });
  const grouped = [];
  for (let round = 0; round < rounds; round += 1) {
    grouped.push(await kontor.regroup(['Manager', 'ABC class', 'Region', 'RFM group', 'Stage'][round % 5]));
  }
  report('grouped', { grouped });
  await kontor.close();
  return [
    figure('all analyses, 24 months each', median(analysed.map(({ time }) => time)), 250, milliseconds),
    figure("  longest block of the page's thread", median(analysed.map(({ block }) => block)), 50, milliseconds),
    figure('an edit to all changed fields and sums', median(edits), 16, milliseconds),
    figure('"Group by", to painted', median(grouped), 100, milliseconds),
  ];
}

export async function dragging({ browser, url, rounds, report }) {
  const kontor = await Kontor.open(browser, url);
  await kontor.importFile(monthFile(CARDS), CARDS);
  await kontor.saved();
  await kontor.openBoard();
  const frames = [];
  for (let round = 1; round <= rounds; round += 1) {
    frames.push(percentile(await kontor.drag(MOVES), 0.95));
    report(`drag, round ${round}`, { percentile95: frames.at(-1) });
  }
  await kontor.close();
  return [
    figure(`a card over ${CARDS.toLocaleString('en')}: 95th percentile between frames`, median(frames), 20, milliseconds, 17),
  ];
}
