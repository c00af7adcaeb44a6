/** Keys a keyboard user needs; every other key on an unattended screen is a stray one. */
const WANTED = new Set(['Tab', 'Enter', ' ']);
/** How long after a second finger lifted a click still belongs to a palm. */
const PALM_MS = 350;

/**
 * Takes from a kiosk what would lead a customer out of it: stray keys, the context menu, dragging,
 * pinching, swiping back. A press of several fingers at once (a palm, a leaning child) presses nothing.
 */
export function swallowStrayInput(page: Window): void {
  const { document } = page;
  const swallow = (event: Event) => event.preventDefault();
  const inField = (event: Event) => event.target instanceof HTMLInputElement;

  for (const kind of ['contextmenu', 'dragstart', 'selectstart', 'gesturestart']) {
    document.addEventListener(kind, (event) => {
      if (!inField(event)) swallow(event);
    });
  }
  page.addEventListener(
    'keydown',
    (event) => {
      const modified = event.ctrlKey || event.altKey || event.metaKey;
      if (inField(event)) return;
      if (modified || !WANTED.has(event.key) || event.repeat) swallow(event);
    },
    { capture: true },
  );
  page.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey) swallow(event);
    },
    { passive: false },
  );

  let palmAt = Number.NEGATIVE_INFINITY;
  const watchFingers = (event: TouchEvent) => {
    if (event.touches.length < 2) return;
    palmAt = performance.now();
    if (event.cancelable) swallow(event);
  };
  document.addEventListener('touchstart', watchFingers, { passive: false });
  document.addEventListener('touchmove', watchFingers, { passive: false });
  document.addEventListener(
    'click',
    (event) => {
      if (performance.now() - palmAt > PALM_MS) return;
      swallow(event);
      event.stopPropagation();
    },
    { capture: true },
  );

  // A swipe back leads to this page again.
  page.history.pushState(null, '', page.location.href);
  page.addEventListener('popstate', () => page.history.pushState(null, '', page.location.href));
}
