// The stored workbook opened again.
import { median } from '../statistics.mjs';
import { figure, milliseconds } from '../table.mjs';

export async function reopening(kontor, { clients, rounds, report }) {
  await kontor.saved();
  const times = [];
  for (let round = 1; round <= rounds; round += 1) {
    const { time, measures } = await kontor.reopen(clients);
    times.push(time);
    report(`reopening, round ${round}`, { time, measures });
  }
  return [figure('reopening: page asked for to rows in the grid', median(times), 1500, milliseconds)];
}
