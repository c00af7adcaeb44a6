import { useEffect, useRef } from 'preact/hooks';
import { type PadKey, padKeyOf } from './keys.ts';

/** Hands keys of the keypad to what is on the pad now; whatever it makes nothing of goes on to the browser. */
export function usePadKeys(press: (key: PadKey) => boolean): void {
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      const key = padKeyOf(event);
      // Else Enter would also click the button that was touched last.
      if (key && latest.current(key)) event.preventDefault();
    };
    addEventListener('keydown', down);
    return () => removeEventListener('keydown', down);
  }, []);
}
