import { lazily } from './lazy.tsx';

/** Rarely needed, and then at once: fetched ahead. */
export const OnScreen = lazily(() => import('./paper-on-screen.tsx').then((part) => part.OnScreen));
