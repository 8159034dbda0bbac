// How soon the page answers: sort, filter, classify, and an edit to the board's sums.
import { median } from '../statistics.mjs';
import { figure, milliseconds } from '../table.mjs';

const LIMIT = 100;
/** An edit has to be done within one frame. */
const FRAME = 16;

async function repeated(what, rounds, report, once) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) times.push(await once(round));
  report(what, { times });
  return median(times);
}

export async function sorting(kontor, { rounds, report }) {
  const time = await repeated('sort', rounds, report, () => kontor.sort(/our revenue/i));
  return [figure('sort by a number, to painted', time, LIMIT, milliseconds)];
}

export async function filtering(kontor, { clients, rounds, report }) {
  const time = await repeated('filter', rounds, report, async () => {
    const outcome = await kontor.filter('orion');
    if (outcome.rows === 0 || outcome.rows === clients) throw new Error(`the filter left ${outcome.rows} rows`);
    await kontor.filter('');
    return outcome.time;
  });
  return [figure('filter by a text, to painted', time, LIMIT, milliseconds)];
}

export async function classifying(kontor, { rounds, report }) {
  await kontor.openBoard();
  await kontor.openRules();
  const limits = ['China (2017)', 'EU (2003/361/EC)'];
  const time = await repeated('classify', rounds, report, (round) => kontor.classify(limits[round % 2]));
  await kontor.closeRules();
  return [figure('classify all clients, to painted', time, LIMIT, milliseconds)];
}

export async function editing(kontor, { rounds, report }) {
  await kontor.openBoard();
  const time = await repeated('edit', rounds, report, (round) => kontor.moveCard(round % 2, (round + 1) % 2));
  return [figure("an edit to the board's changed sums", time, FRAME, milliseconds)];
}
