import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { DialogEnd } from './dialog-end.tsx';
import { useSending } from './use-sending.ts';

/** What lies over the page. `<dialog>` keeps the focus inside and gives it back where it was. */
export function Dialog({
  title,
  wide = false,
  onClose,
  children,
}: {
  title: string;
  /** For forms whose fields stand side by side. */
  wide?: boolean;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={wide ? 'wide' : undefined}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}

/** A question before something that cannot be taken back with one tap. */
export function Ask({
  title,
  why,
  yes,
  danger = false,
  act,
  onClose,
}: {
  title: string;
  why: string;
  yes: string;
  danger?: boolean;
  /** Closes by itself when it has succeeded. */
  act: () => Promise<void>;
  onClose: () => void;
}) {
  const { busy, problem, send } = useSending();
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{why}</p>
      <DialogEnd
        problem={problem.value}
        onClose={onClose}
        go={yes}
        danger={danger}
        disabled={busy.value}
        act={() =>
          void send(async () => {
            await act();
            onClose();
          })
        }
      />
    </Dialog>
  );
}
