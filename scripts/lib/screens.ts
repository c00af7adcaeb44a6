/**
 * The apps that are built for browsers: their pages, each with the oldest Chrome it must run on.
 * Unattended screens and customers' phones may have a WebView of Chrome 80's time; clerks and
 * managers sit at computers.
 */
export const SCREENS = {
  kiosk: { 'kiosk.html': 80, 'phone.html': 80 },
  'counter-display': { 'counter.html': 100, 'pad.html': 80 },
  'hall-screen': { 'hall.html': 80 },
  manager: { 'manager.html': 100, 'home.html': 100 },
} as const satisfies Record<string, Record<string, number>>;

export type App = keyof typeof SCREENS;

export const APPS = Object.keys(SCREENS) as App[];

/** An app's pages with the Chrome each must run on. */
export const pagesOf = (app: App): [page: string, chrome: number][] => Object.entries(SCREENS[app]);

/** What an app is built for: its pages share their chunks, so the oldest counts. */
export const oldestChrome = (app: App): number => Math.min(...Object.values<number>(SCREENS[app]));
