// SheetJS, writing what it has read. Compressed, as spreadsheets write their files; its default is not to.
importScripts('/xlsx/dist/xlsx.full.min.js');

self.onmessage = ({ data }) => {
  const workbook = XLSX.read(data, { type: 'array', dense: true, cellDates: true });
  const start = performance.now();
  const bytes = XLSX.write(workbook, { type: 'array', bookType: 'xlsx', compression: true, bookSST: true });
  const time = performance.now() - start;
  self.postMessage({ time, rows: workbook.Sheets[workbook.SheetNames[0]].length, bytes: bytes.byteLength });
};
self.postMessage('ready');
