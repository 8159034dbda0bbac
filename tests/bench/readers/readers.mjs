// What others take only to parse the same file, in a fresh worker of a fresh page in the same browser.

export const READERS = {
  hucre: { script: '/readers/hucre.worker.mjs', type: 'module' },
  SheetJS: { script: '/readers/sheetjs.worker.js', type: 'classic' },
};

/** The same reader, timed while it writes what it has parsed. */
export const WRITER = { script: '/readers/sheetjs.write.worker.js', type: 'classic' };

/** Milliseconds for one parse. The worker's script is loaded and the bytes are there before the clock starts. */
export async function parseOnce(browser, url, { script, type }, expectedRows) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  const { time, rows } = await page.evaluate(
    async ([script, type]) => {
      const bytes = await (await fetch('/file')).arrayBuffer();
      const worker = new Worker(script, { type });
      const answer = () =>
        new Promise((resolve, reject) => {
          worker.onmessage = (event) => resolve(event.data);
          worker.onerror = (event) => reject(new Error(event.message ?? 'the reader failed'));
        });
      await answer();
      const parsed = answer();
      worker.postMessage(bytes, [bytes]);
      return parsed;
    },
    [script, type],
  );
  await context.close();
  if (rows !== expectedRows) throw new Error(`${script} found ${rows} rows instead of ${expectedRows}`);
  return time;
}
