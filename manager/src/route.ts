import { signal } from '@preact/signals';

/** The pages, as they stand in the navigation and in the address: `#/report?from=2026-11-21`. */
export const PAGES = ['today', 'floor', 'appointments', 'report', 'people', 'devices', 'setup'] as const;
export type Page = (typeof PAGES)[number];

export interface Route {
  page: Page;
  params: URLSearchParams;
}

/** Anything unknown is the first page. */
export function readRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const page = PAGES.find((one) => one === path) ?? PAGES[0];
  return { page, params: new URLSearchParams(search) };
}

export const linkTo = (page: Page, params?: URLSearchParams): string => {
  const search = params?.toString();
  return `#/${page}${search ? `?${search}` : ''}`;
};

export const route = signal<Route>(readRoute(''));

/**
 * While something is being written: asks whether to give it up, instead of following the address away from
 * it. A page that closes is asked about by the browser.
 */
export const askBeforeLeaving = signal<(() => void) | null>(null);

/** Follows the address bar from now on. */
export function followAddress(): void {
  const follow = () => {
    const next = readRoute(location.hash);
    const ask = askBeforeLeaving.peek();
    if (ask && next.page !== route.peek().page) {
      history.pushState(null, '', linkTo(route.peek().page, route.peek().params));
      ask();
    } else route.value = next;
  };
  addEventListener('hashchange', follow);
  addEventListener('beforeunload', (event) => {
    if (!askBeforeLeaving.peek()) return;
    event.preventDefault();
    // What Chrome before 119 asks for.
    event.returnValue = true;
  });
  follow();
}

/** Changes what the page shows without a new entry in the history. */
export function replaceParams(page: Page, params: URLSearchParams): void {
  history.replaceState(null, '', linkTo(page, params));
  route.value = { page, params };
}
