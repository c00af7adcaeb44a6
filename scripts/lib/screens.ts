/**
 * The apps that are built for browsers: their pages and the oldest Chrome they must run on.
 * Unattended screens hang on cheap Android boxes whose WebView is of Chrome 80's time.
 */
export const SCREENS = {
  kiosk: { pages: ['kiosk.html', 'phone.html'], chrome: 80 },
  'counter-display': { pages: ['counter.html', 'pad.html'], chrome: 80 },
  'hall-screen': { pages: ['hall.html'], chrome: 80 },
  manager: { pages: ['manager.html', 'home.html'], chrome: 100 },
} as const satisfies Record<string, { pages: readonly string[]; chrome: number }>;

export type App = keyof typeof SCREENS;

export const APPS = Object.keys(SCREENS) as App[];
