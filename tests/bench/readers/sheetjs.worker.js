// SheetJS, only parsing, with rows as arrays, which is its faster way.
importScripts('/xlsx/dist/xlsx.full.min.js');

self.onmessage = ({ data }) => {
  const start = performance.now();
  const workbook = XLSX.read(data, { type: 'array', dense: true });
  const sheet = workbook.Sheets[workbook.SheetNames[0]];
  self.postMessage({ time: performance.now() - start, rows: sheet.length });
};
self.postMessage('ready');
