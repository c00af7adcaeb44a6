import { lazily } from './lazy.tsx';

/** Fetched when somebody wants several services. */
export const Basket = lazily(() => import('./basket.tsx').then((part) => part.Basket));
