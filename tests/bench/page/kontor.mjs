// Kontor, driven as a person would. Everything that knows names of the page is here.
import { fileURLToPath } from 'node:url';

const PROBE = fileURLToPath(new URL('./probe.js', import.meta.url));
/** Reading may take long on a slow machine; nothing here should take longer. */
const PATIENCE = 180_000;

export class Kontor {
  static async open(browser, url) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
    context.setDefaultTimeout(PATIENCE);
    await context.addInitScript({ path: PROBE });
    const page = await context.newPage();
    const kontor = new Kontor(context, page);
    page.on('pageerror', (error) => console.error(`the page failed: ${error.message}`));
    await page.goto(url);
    return kontor;
  }

  constructor(context, page) {
    this.context = context;
    this.page = page;
  }

  close() {
    return this.context.close();
  }

  /** Imports a file into an empty workbook. Times in milliseconds. */
  async importFile(path, clients) {
    const { page } = this;
    await page.getByRole('button', { name: 'Start empty' }).click();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Import clients' });
    const file = dialog.getByLabel('File', { exact: true });
    await file.waitFor({ state: 'attached' });
    // The worker of this page has been started by nobody yet: an import pays for that too.
    const outcome = page.evaluate(
      async ([clients]) => {
        const { bench } = window;
        const button = () =>
          [...document.querySelectorAll('[role="dialog"] button, dialog button')].find((one) =>
            /^Import [\d,]+ clients$/.test((one.getAttribute('aria-label') ?? one.textContent).trim()),
          );
        const ready = await new Promise((resolve) => {
          const observer = new MutationObserver(look);
          function look() {
            const found = button();
            if (!found || found.disabled || found.getAttribute('aria-disabled') === 'true') return;
            observer.disconnect();
            const now = performance.now();
            // After the page has finished what it is doing, as a person's click would come.
            setTimeout(() => found.click());
            resolve(now);
          }
          observer.observe(document.body, { subtree: true, childList: true, attributes: true });
          look();
        });
        const shown = await bench.painted(() => bench.hasRows(clients));
        // The browser reports long tasks and measures some time after they ended.
        await new Promise((reported) => setTimeout(reported, 500));
        const chosen = bench.inputs.filter((input) => input.type === 'change')[0].at;
        return {
          time: shown - chosen,
          reading: ready - chosen,
          blockReading: bench.longestBlock(chosen, ready),
          blockInAll: bench.longestBlock(chosen, shown),
          blocks: bench.tasks.filter((task) => task.start > chosen).map((task) => [
            Math.round(task.start - chosen),
            Math.round(task.time),
          ]),
          measures: bench.measures.filter((measure) => measure.start >= chosen),
        };
      },
      [clients],
    );
    await file.setInputFiles(path);
    return outcome;
  }

  /** Waits until what was done is stored. */
  async saved() {
    await this.page.getByRole('status').filter({ hasText: /^Saved/ }).first().waitFor({ timeout: PATIENCE });
  }

  /** From the start of the navigation to the rows. */
  async reopen(clients) {
    await this.page.reload({ waitUntil: 'commit' });
    return this.page.evaluate(async ([clients]) => {
      const time = await window.bench.painted(() => window.bench.hasRows(clients));
      return { time, measures: window.bench.measures };
    }, [clients]);
  }

  scroll(steps, distance) {
    return this.page.evaluate(([steps, distance]) => window.bench.scroll(steps, distance), [steps, distance]);
  }

  async openSheet(name) {
    await this.page.getByRole('tab', { name }).click();
  }

  /** Sorts by the column; from the click to the sorted rows painted. */
  async sort(heading) {
    const header = this.page.getByRole('grid').getByRole('columnheader', { name: heading }).first();
    await this.page.evaluate(() => {
      const { bench } = window;
      const state = () =>
        [...bench.grid().querySelectorAll('[aria-sort]')].map((one) => one.getAttribute('aria-sort')).join('|');
      const first = () => bench.grid().querySelector('[role="row"][aria-rowindex="2"]')?.textContent;
      const old = [state(), first()];
      bench.outcome = bench.painted(() => state() !== old[0] && first() !== old[1]);
    });
    const button = header.getByRole('button').first();
    await ((await button.count()) > 0 ? button : header).click();
    return this.page.evaluate(async () => (await window.bench.outcome) - window.bench.lastInput('click'));
  }

  /** Filters by a text; from its input to the remaining rows painted. */
  async filter(text) {
    const { page } = this;
    const box = page.getByRole('searchbox').first();
    await box.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.evaluate(() => {
      const { bench } = window;
      const count = () => bench.grid()?.getAttribute('aria-rowcount');
      const old = count();
      bench.outcome = bench.painted(() => count() !== undefined && count() !== old);
    });
    if (text === '') await page.keyboard.press('Delete');
    else await page.keyboard.insertText(text);
    return page.evaluate(async () => ({
      time: (await window.bench.outcome) - window.bench.lastInput('input'),
      rows: Number(window.bench.grid().getAttribute('aria-rowcount')) - 1,
    }));
  }

  async openBoard() {
    await this.openSheet('Segments');
    await this.page.getByRole('region', { name: 'Segment board' }).getByRole('list').first().waitFor();
  }

  /** Groups the board by a field and waits until it is there. */
  async groupBy(label) {
    await this.page.getByRole('combobox', { name: 'Group by' }).selectOption({ label });
    await this.page.evaluate(() => window.bench.painted(() => window.bench.sums() !== ''));
  }

  /** Moves the first card of a column to another; from the choice to the changed sums. */
  async moveCard(from, to) {
    const { page } = this;
    const board = page.getByRole('region', { name: 'Segment board' });
    const column = board.getByRole('list').filter({ visible: true }).nth(from);
    // The list's name begins with the group's.
    const target = (await board.getByRole('list').nth(to).getAttribute('aria-label')).split(',')[0];
    await column.getByRole('button', { name: /^Move / }).first().click();
    await page.evaluate(() => {
      window.bench.outcome = window.bench.sumsChange();
    });
    await page.getByRole('menu').getByText(target, { exact: true }).click();
    return page.evaluate(async () => (await window.bench.outcome) - window.bench.lastInput('click'));
  }

  /** Groups the board by a field; from the choice to its columns painted. */
  async regroup(label) {
    const { page } = this;
    await page.evaluate(() => {
      const { bench } = window;
      const old = bench.sums();
      bench.outcome = bench.painted(() => bench.sums() !== old && bench.sums() !== '');
    });
    await page.getByRole('combobox', { name: 'Group by' }).selectOption({ label });
    return page.evaluate(async () => (await window.bench.outcome) - window.bench.lastInput('change'));
  }

  /** Opens a client's panel, which asks for the analyses for the first time; how long they took, and the page's longest
   * block meanwhile. */
  async analyse() {
    const { page } = this;
    await (await this.cell(1, /^(Company )?name$/i)).click();
    await page.evaluate(() => {
      const { bench } = window;
      bench.outcome = bench.painted(() => bench.measures.some(({ name }) => name === 'kontor:analyse'));
    });
    await page.keyboard.press('Space');
    const outcome = await page.evaluate(async () => {
      const { bench } = window;
      await bench.outcome;
      const { start, time } = bench.measures.find(({ name }) => name === 'kontor:analyse');
      // The browser reports long tasks some time after they ended.
      await new Promise((reported) => setTimeout(reported, 500));
      const tasks = bench.tasks.filter((task) => task.start + task.time > start);
      return {
        time,
        block: bench.longestBlock(start, start + time),
        tasks: tasks.map((task) => [Math.round(task.start - start), Math.round(task.time)]),
      };
    });
    await page.keyboard.press('Escape');
    return outcome;
  }

  /** Lifts the first card and moves it over the board and back; the intervals between frames. */
  async drag(moves) {
    const { page } = this;
    const board = page.getByRole('region', { name: 'Segment board' });
    const card = board.getByRole('listitem').first();
    const from = await card.boundingBox();
    const [x, y] = [from.x + from.width / 2, from.y + 12];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y + 10);
    await page.evaluate(() => {
      const intervals = [];
      let before;
      const frame = (now) => {
        if (before !== undefined) intervals.push(now - before);
        before = now;
        if (!window.bench.isDropped) requestAnimationFrame(frame);
      };
      window.bench.isDropped = false;
      window.bench.intervals = intervals;
      requestAnimationFrame(frame);
    });
    for (let step = 1; step <= moves; step += 1) {
      const along = Math.sin((step / moves) * Math.PI);
      await page.mouse.move(x + along * 900, y + along * 500);
    }
    const intervals = await page.evaluate(() => {
      window.bench.isDropped = true;
      return window.bench.intervals;
    });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    return intervals;
  }

  /** Opens the rules by which clients are sorted. */
  async openRules() {
    await this.page.getByRole('button', { name: 'Segment rules' }).click();
  }

  async closeRules() {
    await this.page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();
  }

  /** Chooses other size limits; from the choice to every client's new segment painted. */
  async classify(label) {
    const { page } = this;
    await page.evaluate(() => {
      const { bench } = window;
      const count = () => bench.measures.filter(({ name }) => name === 'kontor:segment').length;
      const old = count();
      bench.outcome = bench.painted(() => count() > old);
    });
    await page.getByRole('dialog').getByRole('combobox', { name: 'Size limits' }).selectOption({ label });
    return page.evaluate(async () => (await window.bench.outcome) - window.bench.lastInput('change'));
  }

  /** The cell of the grid in a row (from 1, below the heading) under a heading. */
  async cell(row, heading) {
    const grid = this.page.getByRole('grid', { name: 'Clients' });
    const column = await grid.getByRole('columnheader', { name: heading }).first().getAttribute('aria-colindex');
    return grid.locator(`[role="row"][aria-rowindex="${row + 1}"] [role="gridcell"][aria-colindex="${column}"]`);
  }

  /** Pastes a text from a cell on; from the paste to its first value painted. */
  async paste(row, heading, text) {
    const cell = await this.cell(row, heading);
    await cell.click();
    const id = await cell.getAttribute('id');
    const first = text.split(/[\t\n]/, 1)[0];
    return this.page.evaluate(async ([text, id, first]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      const start = performance.now();
      document.activeElement.dispatchEvent(event);
      const shown = await window.bench.painted(() => document.getElementById(id)?.textContent === first);
      return shown - start;
    }, [text, id, first]);
  }

  /** Writes a value into the first row of a column and fills the whole column with it; from the key to painted. */
  async fillColumn(heading, value) {
    const { page } = this;
    await (await this.cell(1, heading)).click();
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
    await (await this.cell(1, heading)).click();
    await page.keyboard.press('Control+Space');
    const id = await (await this.cell(9, heading)).getAttribute('id');
    await page.evaluate(([id, value]) => {
      const { bench } = window;
      bench.outcome = bench.painted(() => document.getElementById(id)?.textContent === value);
    }, [id, value]);
    await page.keyboard.press('Control+d');
    return page.evaluate(async () => (await window.bench.outcome) - window.bench.lastInput('keydown'));
  }

  /** Looks for duplicates; from the click to the first pair shown. */
  async duplicates() {
    const { page } = this;
    await page.evaluate(() => {
      const { bench } = window;
      const merge = () =>
        [...document.querySelectorAll('dialog button')].find((one) => one.textContent.trim() === 'Merge');
      bench.outcome = bench.painted(() => merge() !== undefined);
    });
    await page.getByRole('button', { name: 'Duplicates', exact: true }).click();
    const time = await page.evaluate(async () => (await window.bench.outcome) - window.bench.lastInput('click'));
    await page.keyboard.press('Escape');
    return time;
  }

  /** Saves the workbook as .xlsx; from the click to the file handed to the browser, and the page's longest block. */
  async export() {
    const { page } = this;
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('radio', { name: 'Excel workbook (.xlsx)' }).check();
    // The click on the link that hands the file over is no person's, and the last that happens.
    await page.evaluate(() => {
      window.bench.outcome = new Promise((resolve) => {
        const click = HTMLAnchorElement.prototype.click;
        HTMLAnchorElement.prototype.click = function handOver() {
          HTMLAnchorElement.prototype.click = click;
          resolve(performance.now());
          click.call(this);
        };
      });
    });
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    const outcome = await page.evaluate(async () => {
      const { bench } = window;
      const end = await bench.outcome;
      const start = bench.lastInput('click');
      // The browser reports long tasks some time after they ended.
      await new Promise((reported) => setTimeout(reported, 500));
      return { time: end - start, block: bench.longestBlock(start, performance.now()) };
    });
    const path = await (await download).path();
    await dialog.waitFor({ state: 'detached' });
    return { ...outcome, path };
  }
}
