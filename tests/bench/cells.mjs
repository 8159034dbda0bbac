// Whether two programs show the same value, however each writes it.

const DAYS = [
  [/^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4}|\d{2})$/, 2000],
  [/^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/, 0],
  [/^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/, 0],
];
/** With marks between thousands or without; not with noughts in front, for that is no amount but a code. */
const NUMBER = /^(?<sign>-?)(?<whole>0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?<rest>(?:\.\d+)?(?:e[+-]?\d+)?)(?<percent>%?)$/i;
/** A number of more digits is a code too: no spreadsheet counts so far. */
const DIGITS = 15;
/** What is lost where a number is written out. */
const CRUMBS = 1e-9;

/** The day that a text names as year, month, day; nothing where it names none. */
function day(text) {
  for (const [form, century] of DAYS) {
    const parts = form.exec(text)?.groups;
    if (parts) {
      const year = Number(parts.year) + (parts.year.length === 2 ? century : 0);
      return `${year}-${Number(parts.month)}-${Number(parts.day)}`;
    }
  }
  return undefined;
}

/** The number that a text is, without the code of a currency; nothing where it is none. */
function number(text) {
  const parts = NUMBER.exec(text.replace(/[\s\u00a0]?[A-Z]{3}$/, ''))?.groups;
  if (!parts) return undefined;
  const whole = parts.whole.replaceAll(',', '');
  if (whole.length > DIGITS) return undefined;
  return Number(`${parts.sign}${whole}${parts.rest}`) / (parts.percent ? 100 : 1);
}

export function isSame(one, other) {
  if (one === other) return true;
  const [day1, day2] = [day(one), day(other)];
  if (day1 !== undefined || day2 !== undefined) return day1 === day2;
  const [number1, number2] = [number(one), number(other)];
  if (number1 === undefined || number2 === undefined) return false;
  return Math.abs(number1 - number2) <= CRUMBS * Math.max(Math.abs(number1), Math.abs(number2));
}
