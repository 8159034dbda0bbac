// Order lines as a sales ledger has them: one row an order line, many rows a client, credit notes among them.
import { STYLE } from '../../support/xlsx.mjs';
import { Random } from './random.mjs';

const COLUMNS = [
  ['Order No', STYLE.plain],
  ['Order date', STYLE.date],
  ['Customer name', STYLE.plain],
  ['Product', STYLE.plain],
  ['Quantity', STYLE.plain],
  ['Unit price', STYLE.money],
  ['Total price', STYLE.money],
  ['Region', STYLE.plain],
];
const WORDS = 'Alpen Amber Anker Arbor Argent Atlas Aurora Baltic Blau Boreal Cedar Cobalt Delta Dorn Elbe Fjord'.split(' ');
const TRADES = 'Bau Chemie Data Design Energy Foods Glas Handel Kabel Labs Logistik Metall Optik Pack Solar Technik'.split(' ');
const FORMS = ['GmbH', 'AG', 'Ltd', 'S.A.', 'B.V.'];
const REGIONS = 'Bavaria Berlin Hamburg Hesse Lombardy Saxony Silesia Tuscany Tyrol Vienna'.split(' ');
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 9, 31);

/** The sheet with `count` lines of `clients` clients; some clients are written in two ways. */
export function orderSheet(count, clients, seed) {
  const random = new Random(seed);
  const names = Array.from({ length: clients }, (_, at) => {
    // Every hundredth is another one's name in other words: what "Duplicates" is to find.
    const of = at % 100 === 99 ? at - 1 : at;
    const form = FORMS[(of + (at === of ? 0 : 1)) % FORMS.length];
    return `${WORDS[of % 16]} ${TRADES[(of >> 4) % 16]} ${1 + (of >> 8)} ${form}`;
  });
  const regions = names.map(() => random.pick(REGIONS));
  function* rows() {
    yield COLUMNS.map(([heading]) => heading);
    for (let index = 0; index < count; index += 1) {
      // Each client at least once.
      const client = index < clients ? index : random.whole(0, clients - 1);
      const quantity = random.chance(0.02) ? -random.whole(1, 5) : random.whole(1, 60);
      const price = Math.round(random.skewed(40, 0.8) * 100) / 100;
      yield [
        100_000 + (index >> 1),
        new Date(NOW - random.whole(0, 900) * DAY),
        names[client],
        `${random.pick(TRADES)} ${random.whole(1, 400)}`,
        quantity,
        price,
        Math.round(quantity * price * 100) / 100,
        regions[client],
      ];
    }
  }
  return { name: 'Orders', rows: rows(), styles: COLUMNS.map(([, style]) => style) };
}
