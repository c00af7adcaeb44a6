import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A question over the page: takes the focus to its first button, keeps Tab inside, gives the focus back. */
export function Dialog({
  title,
  tone = 'plain',
  onBackdrop,
  children,
}: {
  title: string;
  tone?: 'plain' | 'warning';
  onBackdrop?: () => void;
  children: ComponentChildren;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    buttonsOf(box.current)[0]?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  function keepInside(event: KeyboardEvent): void {
    if (event.key !== 'Tab') return;
    const buttons = buttonsOf(box.current);
    const edge = event.shiftKey ? buttons[0] : buttons[buttons.length - 1];
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? buttons[buttons.length - 1] : buttons[0])?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside do the same by keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: likewise
    <div
      class="backdrop"
      onClick={(event) => {
        if (event.target === event.currentTarget) onBackdrop?.();
      }}
    >
      <div
        class="dialog"
        data-tone={tone}
        role="dialog"
        aria-modal="true"
        aria-labelledby="dialog-title"
        ref={box}
        onKeyDown={keepInside}
      >
        <h2 id="dialog-title">{title}</h2>
        {children}
      </div>
    </div>
  );
}

function buttonsOf(box: HTMLElement | null): HTMLButtonElement[] {
  return [...(box?.querySelectorAll('button') ?? [])].filter((button) => !button.disabled);
}
