// What hands do: paste a block, fill a column.
import { median } from '../statistics.mjs';
import { figure, milliseconds } from '../table.mjs';

const ROWS = 1000;
/** Ten columns from this one on: texts, numbers, money, shares. */
const FIRST = 'Industry';

function block(round) {
  const line = (row) => [
    `Trade ${round}-${row % 7}`,
    `Region ${round}-${row % 11}`,
    `Contact ${round}-${row}`,
    'Buyer',
    `+49 30 ${5_000_000 + row}`,
    `c${row}@round${round}.example`,
    row + 1,
    (row + 1) * 1000.5,
    (row + 1) * 10.25,
    '12%',
  ];
  return Array.from({ length: ROWS }, (_, row) => line(row).join('\t')).join('\n');
}

export async function pasting(kontor, { rounds, report }) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) times.push(await kontor.paste(2, FIRST, block(round)));
  report('paste', { times });
  return [figure('paste of 10,000 cells, to painted', median(times), 150, milliseconds)];
}

export async function filling(kontor, { clients, rounds, report }) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) times.push(await kontor.fillColumn('Stage', `Stage ${round}`));
  report('fill', { times });
  return [figure(`fill a column of ${clients.toLocaleString('en')}, to painted`, median(times), 300, milliseconds)];
}
