import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { SayingLine } from './saying-line.tsx';
import type { Terminal } from './terminal.ts';
import { texts } from './texts.ts';

/** Something that is not done with one key: keys typed in it are its own, not the desk's. */
export function SideDialog({
  title,
  terminal,
  onClose,
  children,
}: {
  title: string;
  terminal: Terminal;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    terminal.hush();
    shown?.showModal();
    heading.current?.focus();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      class="panel"
      ref={dialog}
      aria-labelledby="side-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div class="panel-inside">
        <header>
          <h2 id="side-title" tabIndex={-1} ref={heading}>
            {title}
          </h2>
          <button type="button" class="plain" onClick={onClose}>
            {texts.value.back}
          </button>
        </header>
        {children}
        <SayingLine
          saying={terminal.saying.value}
          pending={terminal.pending.value !== null}
          onPrintAgain={terminal.printAgain}
        />
      </div>
    </dialog>
  );
}
