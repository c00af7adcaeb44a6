import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** More than fits is pushed with a finger, or turned a page at a time with a button that can be hit. */
export function GuideScroll({ more, children }: { more: string; children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  const [below, setBelow] = useState(false);
  const look = (): void => {
    const { current } = box;
    if (current) setBelow(current.scrollTop + current.clientHeight < current.scrollHeight - 8);
  };
  useEffect(look);
  return (
    <div class="guide-room">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <div class="guide-scroll" tabIndex={0} ref={box} onScroll={look}>
        {children}
      </div>
      <button
        type="button"
        class="guide-more"
        data-below={below}
        disabled={!below}
        onClick={() => box.current?.scrollBy({ top: box.current.clientHeight * 0.8 })}
      >
        {more}
      </button>
    </div>
  );
}
