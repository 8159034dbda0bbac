// What the tests do to a browser that a person would not.
import { expect, type Page } from '@playwright/test';

/** Kills the tab's process, as the browser's own command does it. */
export async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

/** Changes bytes of one stored update behind the program's back: of the latest, or of the largest. */
export async function damage(page: Page, which: 'latest' | 'largest'): Promise<void> {
  const damaged = await page.evaluate(
    (which) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('kontor');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const store = opening.result.transaction('updates', 'readwrite').objectStore('updates');
          const found: { key: string; value: Uint8Array }[] = [];
          store.openCursor().onsuccess = (event) => {
            const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
            if (cursor) {
              found.push({ key: String(cursor.key), value: cursor.value });
              cursor.continue();
              return;
            }
            const number = (key: string) => Number(key.split('/')[2]);
            found.sort((one, other) =>
              which === 'latest' ? number(other.key) - number(one.key) : other.value.length - one.value.length,
            );
            const [{ key, value }] = found;
            for (let at = value.length >> 1; at < (value.length >> 1) + 4; at += 1) value[at] ^= 0xff;
            store.put(value, key).onsuccess = () => resolve(key);
          };
        };
      }),
    which,
  );
  expect(damaged).toBeTruthy();
}
