import { recall, remember } from '@jiaohao/shared/client/storage.ts';

/** The counter of the desk this page stands on: in the address (so that it can be bookmarked), else the last one used here. */
const SLOT = 'jiaohao.clerk.counter';

export const counterInAddress = (): string | null => decodeURIComponent(location.hash.slice(1)) || null;

export const lastCounter = (): string | null => recall(SLOT);

export function rememberCounter(id: string | null): void {
  history.replaceState(
    null,
    '',
    location.pathname + location.search + (id ? `#${encodeURIComponent(id)}` : ''),
  );
  if (id) remember(SLOT, id);
}
