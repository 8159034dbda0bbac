// The table that the benchmark prints.

export const milliseconds = (value) => (value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toFixed(1)} ms`);
export const kilobytes = (value) => `${value.toFixed(1)} KB`;
export const ratio = (value) => value.toFixed(2);
export const count = (value) => String(value);

/** One figure: what it is, its value, the limit that it must not exceed, and how both are written. */
export function figure(what, value, limit, write, aim) {
  return { what, value, limit, aim, write };
}

function verdict({ value, limit, aim }) {
  if (limit === undefined) return '';
  if (value > limit) return `MISSED by ${((value / (limit || 1) - (limit ? 1 : 0)) * 100).toFixed(0)} %`;
  return aim !== undefined && value > aim ? 'ok, short of the aim' : 'ok';
}

export function print(figures) {
  const lines = figures.map((one) => [
    one.what,
    one.write(one.value),
    one.limit === undefined ? '' : one.write(one.limit) + (one.aim === undefined ? '' : ` (aim ${one.write(one.aim)})`),
    verdict(one),
  ]);
  lines.unshift(['what', 'figure', 'to reach', '']);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column].length)));
  lines.splice(1, 0, widths.map((width) => '-'.repeat(width)));
  for (const [what, ...rest] of lines) {
    const cells = rest.map((cell, at) => (at === 2 ? cell : cell.padStart(widths[at + 1])));
    console.log([what.padEnd(widths[0]), ...cells].join('  ').trimEnd());
  }
}
