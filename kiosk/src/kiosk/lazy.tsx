import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * A part of the page whose script is fetched when it is first drawn, or earlier by `warm`. Until it is
 * there, and where it cannot be had because the hub is gone, nothing is drawn in its place.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>) {
  const part = signal<ComponentType<P> | null>(null);
  let asked = false;
  const warm = (): void => {
    if (asked) return;
    asked = true;
    load().then(
      (loaded) => {
        part.value = loaded;
      },
      () => {
        asked = false;
      },
    );
  };
  function Lazy(props: P) {
    useEffect(warm, []);
    const Part = part.value;
    return Part && <Part {...props} />;
  }
  return Object.assign(Lazy, { warm });
}
