// An .xlsx workbook as Excel writes it: shared strings, numbers with styles, dates as serial numbers.
import { zip } from './zip.mjs';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Places in the list `cellXfs` below. */
export const STYLE = { plain: 0, date: 1, money: 2, percent: 3, heading: 4 };

const STYLES =
  `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="5">${[[0, 0], [14, 0], [4, 0], [164, 0], [0, 1]]
    .map(([format, font]) => `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0"/>`)
    .join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

const escape = (text) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);

function letters(column) {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));
}

/** Days since 1899-12-30, as Excel counts since 1900. */
export function serial(date) {
  return Math.round((date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** Each text once, in the order in which they are met. */
class SharedStrings {
  #numbers = new Map();
  #uses = 0;

  number(text) {
    this.#uses += 1;
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(text, number);
    }
    return number;
  }

  xml() {
    const items = [`${DECLARATION}<sst xmlns="${MAIN}" count="${this.#uses}" uniqueCount="${this.#numbers.size}">`];
    for (const text of this.#numbers.keys()) {
      const space = text.trim() === text ? '' : ' xml:space="preserve"';
      items.push(`<si><t${space}>${escape(text)}</t></si>`);
    }
    items.push('</sst>');
    return items.join('');
  }
}

function cell(value, reference, style, strings) {
  if (value === null || value === undefined || value === '') return '';
  const written = style === 0 ? '' : ` s="${style}"`;
  if (value instanceof Date) return `<c r="${reference}" s="${STYLE.date}"><v>${serial(value)}</v></c>`;
  if (typeof value === 'number') return `<c r="${reference}"${written}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${reference}"${written} t="b"><v>${value ? 1 : 0}</v></c>`;
  return `<c r="${reference}"${written} t="s"><v>${strings.number(String(value))}</v></c>`;
}

function worksheet({ rows, styles = [], hiddenRows = [], merged = [] }, strings) {
  const chunks = [];
  let width = 0;
  let count = 0;
  for (const row of rows) {
    count += 1;
    width = Math.max(width, row.length);
    const hidden = hiddenRows.includes(count) ? ' hidden="1"' : '';
    let line = `<row r="${count}" spans="1:${row.length}"${hidden}>`;
    for (let column = 0; column < row.length; column += 1) {
      const style = count === 1 ? STYLE.heading : (styles[column] ?? STYLE.plain);
      line += cell(row[column], letters(column) + count, style, strings);
    }
    chunks.push(`${line}</row>`);
  }
  const area = `A1:${letters(Math.max(width - 1, 0))}${Math.max(count, 1)}`;
  return (
    `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><dimension ref="${area}"/>` +
    '<sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
    `<sheetData>${chunks.join('')}</sheetData>` +
    (merged.length > 0
      ? `<mergeCells count="${merged.length}">${merged.map((area) => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>`
      : '') +
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>'
  );
}

/**
 * @param {{ name: string, rows: Iterable<unknown[]>, styles?: number[], hiddenRows?: number[], merged?: string[] }[]} sheets
 *   the first row of each is the heading; `styles` names a style for each column, `hiddenRows` count from 1, `merged`
 *   are areas as in `A2:A4`
 * @returns {Buffer}
 */
export function xlsx(sheets) {
  const strings = new SharedStrings();
  const numbered = sheets.map((sheet, index) => ({ ...sheet, number: index + 1, path: `sheet${index + 1}.xml` }));
  const bodies = numbered.map((sheet) => [`xl/worksheets/${sheet.path}`, worksheet(sheet, strings)]);
  const relation = (id, type, target) => `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (list) =>
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
  const override = (path, type) => `<Override PartName="/xl/${path}" ContentType="${CONTENT}.${type}+xml"/>`;
  const after = numbered.length;
  return zip({
    '[Content_Types].xml':
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      override('workbook.xml', 'sheet.main') +
      numbered.map((sheet) => override(`worksheets/${sheet.path}`, 'worksheet')).join('') +
      override('styles.xml', 'styles') +
      override('sharedStrings.xml', 'sharedStrings') +
      '</Types>',
    '_rels/.rels': relations([relation(1, 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml':
      `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
      numbered
        .map(({ name, number }) => `<sheet name="${escape(name)}" sheetId="${number}" r:id="rId${number}"/>`)
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations([
      ...numbered.map((sheet) => relation(sheet.number, 'worksheet', `worksheets/${sheet.path}`)),
      relation(after + 1, 'styles', 'styles.xml'),
      relation(after + 2, 'sharedStrings', 'sharedStrings.xml'),
    ]),
    ...Object.fromEntries(bodies),
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': strings.xml(),
  });
}
