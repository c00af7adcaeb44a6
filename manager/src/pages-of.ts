import type { Role } from '@jiaohao/shared/contract/hall.ts';
import { hallView } from './live-hall.ts';
import { PAGES, type Page } from './route.ts';

const PAGES_OF: Partial<Record<Role, readonly Page[]>> = {
  clerk: ['appointments'],
  'hall-manager': ['floor', 'appointments'],
  // What is done on the floor is for hall managers, and for the admin, who may do all.
  manager: PAGES.filter((page) => page !== 'floor'),
};

/** What each role sees, its first page first; the hub decides by itself what each may do. */
export function pagesOf(role: Role): readonly Page[] {
  const pages = PAGES_OF[role] ?? PAGES;
  const none = hallView.value !== null && hallView.value.appointments === undefined;
  return none ? pages.filter((page) => page !== 'appointments') : pages;
}

/** The page asked for, or the role's first one. */
export function shownPage(role: Role, asked: Page): Page {
  const allowed = pagesOf(role);
  return allowed.includes(asked) ? asked : (allowed[0] ?? 'today');
}
