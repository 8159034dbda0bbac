// What stands in a workbook: enough of a reader for the files that Kontor saves.
import { inflateRawSync } from 'node:zlib';

/** The texts of a zip archive's files, by path. */
export function unzip(bytes) {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const count = bytes.readUInt16LE(end + 10);
  const files = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let file = 0; file < count; file += 1) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + packed);
    const path = bytes.toString('utf8', at + 46, at + 46 + name);
    files[path] = (method === 0 ? content : inflateRawSync(content)).toString('utf8');
    at += 46 + name + extra + comment;
  }
  return files;
}

const ENTITIES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' };
const plain = (xml) => xml.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity]);
const texts = (xml) => Array.from(xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g), ([, text]) => plain(text)).join('');

function column(letters) {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The rows of the first sheet: numbers as numbers, everything else as text; '' where a cell is empty. */
export function rows(bytes) {
  const files = unzip(bytes);
  const strings = Array.from((files['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs), ([, item]) => texts(item));
  return Array.from(files['xl/worksheets/sheet1.xml'].matchAll(/<row [^>]*>(.*?)<\/row>/gs), ([, row]) => {
    const cells = [];
    for (const [, letters, attributes, content] of row.matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const value = /<v>([^<]*)<\/v>/.exec(content ?? '')?.[1] ?? '';
      const type = / t="(\w+)"/.exec(attributes)?.[1];
      const at = column(letters);
      while (cells.length < at) cells.push('');
      if (type === 's') cells.push(strings[Number(value)]);
      else cells.push(type === undefined && value !== '' ? Number(value) : plain(value));
    }
    return cells;
  });
}
