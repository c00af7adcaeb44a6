import type { ComponentChildren } from 'preact';

/** A table that may be wider or longer than its place. It takes the focus, so that arrow keys can scroll it. */
export function Scroll({ tall = false, children }: { tall?: boolean; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll (axe: scrollable-region-focusable)
    <div class={tall ? 'scroll tall' : 'scroll'} tabIndex={0}>
      {children}
    </div>
  );
}
