import { lazily } from './lazy.tsx';

/** Fetched ahead: a guide is read where there may be no network for a moment. */
export const GuideDialog = lazily(() => import('./guide-dialog.tsx').then((part) => part.GuideDialog));
