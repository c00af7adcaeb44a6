import type { Page } from 'playwright-core';

/** Plays a scanner: the keys of `text` and Enter, as quick as a scanner's. */
export async function scanInto(page: Page, text: string): Promise<void> {
  await page.evaluate((read) => {
    const shifted = new Map([
      [':', 'Semicolon'],
      ['_', 'Minus'],
    ]);
    const plain = new Map([
      ['/', 'Slash'],
      ['-', 'Minus'],
      ['.', 'Period'],
      ['\n', 'Enter'],
    ]);
    for (const character of `${read}\n`) {
      const shiftKey = /[A-Z]/.test(character) || shifted.has(character);
      const code =
        shifted.get(character) ??
        plain.get(character) ??
        (/\d/.test(character) ? `Digit${character}` : `Key${character.toUpperCase()}`);
      const key = character === '\n' ? 'Enter' : character;
      for (const type of ['keydown', 'keyup']) {
        const event = new KeyboardEvent(type, { code, key, shiftKey, bubbles: true, cancelable: true });
        (document.activeElement ?? document.body).dispatchEvent(event);
      }
    }
  }, text);
}
