// Invented B2B clients, spread as in life: many small and few large, two years of orders, gaps here and there.
import { STYLE } from '../../support/xlsx.mjs';
import { Random } from './random.mjs';

/** The headings, each with the style of its column. All are names that Kontor knows, so nothing has to be asked. */
const COLUMNS = [
  ['Company name', STYLE.plain],
  ['Tax ID', STYLE.plain],
  ['Industry', STYLE.plain],
  ['Region', STYLE.plain],
  ['Contact person', STYLE.plain],
  ['Position', STYLE.plain],
  ['Phone', STYLE.plain],
  ['E-mail', STYLE.plain],
  ['Employees', STYLE.plain],
  ['Annual revenue', STYLE.money],
  ['Our revenue', STYLE.money],
  ['Margin', STYLE.percent],
  ['Orders', STYLE.plain],
  ['First order', STYLE.date],
  ['Last order', STYLE.date],
  ['Stage', STYLE.plain],
  ['Manager', STYLE.plain],
];

const FIRST_PARTS = (
  'Alpen Amber Anker Arbor Argent Atlas Aurora Baltic Bergmann Bianchi Blau Bolt Boreal Brandt Brenner Castell Cedar ' +
  'Celtic Ceres Cobalt Corvus Cristal Dahl Danube Delta Dorn Duval Eder Elbe Ember Falk Fjord Forst Galt Garda Granit ' +
  'Hafen Halden Hansa Harz Helios Hollm Iberia Isar Jansen Jura Kestrel Keller Krone Laurent Linden Lumen Marin Meyer ' +
  'Mistral Moreau Nagel Nordic Novak Oder Orion Ostrava Peters Pirin Polar Quarz Rhein Rossi Saale Sava Silva Solis ' +
  'Stark Sund Talos Tatra Tauern Terra Thal Tisza Ulmer Vega Velde Vesta Visla Weber Werra Zenit Zimmer'
).split(' ');
const SECOND_PARTS = (
  'Bau Chemie Components Data Design Dynamics Elektro Energy Engineering Farma Filter Foods Freight Glas Handel Health ' +
  'Holz Hydraulik Industries Instruments Kabel Labs Lift Logistik Marine Maschinen Medical Metall Mobil Motoren Optik ' +
  'Pack Papier Plast Pumpen Robotik Sensor Service Solar Stahl Systems Technik Textil Tools Trade Transport Ventil Werk'
).split(' ');
const FORMS = ['GmbH', 'AG', 'Ltd', 'S.A.', 'SARL', 'S.r.l.', 'B.V.', 'sp. z o.o.', 's.r.o.', 'AB', 'Oy', 'KG'];
const COUNTRIES = [['DE', 9], ['IT', 11], ['PL', 10], ['DK', 8], ['ATU', 8], ['FR', 11], ['NL', 9], ['SE', 12]];
const PHONES = ['+49', '+39', '+48', '+45', '+43', '+33', '+31', '+46'];
const INDUSTRIES = (
  'Agriculture|Automotive|Chemicals|Construction|Education|Electronics|Energy|Food|Furniture|Healthcare|Hotels|' +
  'Information technology|Logistics|Machinery|Metals|Packaging|Pharmaceuticals|Printing|Retail|Textiles|Utilities|Wholesale'
).split('|');
const REGIONS = (
  'Andalusia|Bavaria|Berlin|Bohemia|Brandenburg|Catalonia|Flanders|Hamburg|Hesse|Île-de-France|Jutland|Lombardy|' +
  'Lower Saxony|Masovia|Moravia|North Holland|Occitanie|Piedmont|Saxony|Silesia|Skåne|Styria|Thuringia|Tuscany|' +
  'Tyrol|Uusimaa|Veneto|Vienna|Wallonia|Zealand'
).split('|');
const GIVEN_NAMES = (
  'Agnes Alba Anders Anna Anton Beata Bruno Carla Clara Daniel Edith Elena Emil Erik Eva Felix Fiona Frank Greta Hanna ' +
  'Hugo Ida Ines Ivan Jakob Jana Jonas Julia Karin Klara Lars Laura Lea Leon Lina Luca Maja Marek Marta Mats Mila Nina ' +
  'Nora Oskar Paul Petra Rosa Sara Simon Sofia Sven Tilda Tomas Ulla Vera Viktor Wanda Yann Zoe'
).split(' ');
const FAMILY_NAMES = (
  'Adler Almeida Bakker Bauer Becker Berg Bernard Blum Borg Braun Conti Costa Dubois Engel Ferrari Fischer Fontana Frei ' +
  'Garcia Girard Gruber Haas Hahn Hansen Hoffman Horak Huber Ivarsson Jansen Kaiser Kaminski Karlsson Klein Koch Kovac ' +
  'Kowalski Kraus Lang Larsen Lehmann Lind Lorenz Maier Marino Martin Mayer Meier Moretti Nagy Nilsson Novak Olsen ' +
  'Pavlov Peeters Petit Richter Roth Ruiz Sauer Schmid Schulz Silva Simon Sorensen Stein Svoboda Urban Vidal Vogel ' +
  'Wagner Walter Weiss Winter Wolf Zeman'
).split(' ');
const POSITIONS = (
  'Managing director|Head of purchasing|Buyer|Owner|Operations manager|Technical director|Office manager|CFO|' +
  'Project manager|Plant manager|Supply chain manager|Assistant'
).split('|');
const STAGES = ['New', 'Contacted', 'Qualified', 'Offer', 'Negotiation', 'Won', 'Regular', 'Paused', 'Lost'];
const DAY = 86_400_000;
/** The data's "today". */
const NOW = Date.UTC(2026, 9, 31);

const cents = (amount) => Math.round(amount * 100) / 100;

function client(random, index, managers) {
  const first = random.pick(FIRST_PARTS);
  const second = random.pick(SECOND_PARTS);
  // A number where the parts alone would repeat too often; a few names do repeat, as in life.
  const number = random.chance(0.97) ? ` ${1 + Math.floor(index / 40)}` : '';
  const name = `${first} ${second}${number} ${random.pick(FORMS)}`;
  const country = random.whole(0, COUNTRIES.length - 1);
  const [code, length] = COUNTRIES[country];
  const given = random.pick(GIVEN_NAMES);
  const family = random.pick(FAMILY_NAMES);
  const domain = `${first}-${second}${index}`.toLowerCase();
  const employees = Math.max(1, Math.round(random.skewed(24, 1.6)));
  const turnover = cents(employees * random.skewed(140_000, 0.5));
  const revenue = cents(Math.min(turnover * 0.2, random.skewed(9_000, 1.5)));
  const orders = Math.max(1, Math.round(random.skewed(9, 0.9)));
  const last = Math.floor(random.skewed(45, 1));
  const since = last + random.whole(30, 2_400);
  return [
    name,
    // A Dutch number ends in B and two digits.
    random.chance(0.96) ? code + random.digits(length) + (code === 'NL' ? `B${random.digits(2)}` : '') : '',
    random.pick(INDUSTRIES),
    random.pick(REGIONS),
    `${given} ${family}`,
    random.pick(POSITIONS),
    `${PHONES[country]} ${random.whole(20, 99)} ${random.digits(3)} ${random.digits(4)}`,
    random.chance(0.94) ? `${given}.${family}@${domain}.example`.toLowerCase() : '',
    random.chance(0.97) ? employees : '',
    random.chance(0.95) ? turnover : '',
    revenue,
    Math.round(Math.min(0.7, Math.max(0.02, random.skewed(0.24, 0.4))) * 1000) / 1000,
    orders,
    new Date(NOW - since * DAY),
    new Date(NOW - last * DAY),
    random.pick(STAGES),
    random.pick(managers),
  ];
}

/** The headings of the 24 months before the data's today: 2024-11 to 2026-10. */
const MONTHS = Array.from({ length: 24 }, (_, at) => {
  const month = new Date(Date.UTC(2024, 10 + at, 1));
  return `${month.getUTCFullYear()}-${String(month.getUTCMonth() + 1).padStart(2, '0')}`;
});

/** What a client bought in each month: some buy every month, most now and then. */
function sales(random, revenue) {
  const often = random.pick([0.15, 0.3, 0.6, 1]);
  return MONTHS.map(() => (random.chance(often) ? cents((revenue / 12 / often) * random.skewed(1, 0.4)) : ''));
}

/** The sheet with `count` clients and what each bought in 24 months. */
export function monthSheet(count, seed) {
  const random = new Random(seed);
  const managers = Array.from({ length: 40 }, () => `${random.pick(GIVEN_NAMES)} ${random.pick(FAMILY_NAMES)}`);
  // The revenue of twelve months is the sum of theirs.
  const kept = COLUMNS.map(([heading], at) => [heading, at]).filter(([heading]) => heading !== 'Our revenue');
  function* rows() {
    yield [...kept.map(([heading]) => heading), ...MONTHS];
    for (let index = 0; index < count; index += 1) {
      const values = client(random, index, managers);
      yield [...kept.map(([, at]) => values[at]), ...sales(random, values[10])];
    }
  }
  const styles = [...kept.map(([, at]) => COLUMNS[at][1]), ...MONTHS.map(() => STYLE.plain)];
  return { name: 'Clients', rows: rows(), styles };
}

/** The sheet with `count` clients. */
export function clientSheet(count, seed) {
  const random = new Random(seed);
  const managers = Array.from({ length: 40 }, () => `${random.pick(GIVEN_NAMES)} ${random.pick(FAMILY_NAMES)}`);
  function* rows() {
    yield COLUMNS.map(([heading]) => heading);
    for (let index = 0; index < count; index += 1) yield client(random, index, managers);
  }
  return { name: 'Clients', rows: rows(), styles: COLUMNS.map(([, style]) => style) };
}
