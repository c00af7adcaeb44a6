/**
 * Notes on the page whether fingers or keys are at work (`data-input`), for the focus ring: around
 * what a finger has just touched it is noise, from the keyboard it is the cursor. Browsers of
 * Chrome 80's time cannot tell by themselves.
 */
export function noteInputMode(page: Window): void {
  const root = page.document.documentElement;
  page.addEventListener('pointerdown', () => root.setAttribute('data-input', 'touch'), true);
  page.addEventListener('keydown', () => root.setAttribute('data-input', 'keys'), true);
}
