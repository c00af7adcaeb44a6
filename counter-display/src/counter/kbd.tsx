import type { ComponentChildren } from 'preact';

/** The key of a button, drawn on it. Screen readers have `aria-keyshortcuts` and the list of keys. */
export const Kbd = ({ children }: { children: ComponentChildren }) => (
  <span class="kbd" aria-hidden="true">
    {children}
  </span>
);
