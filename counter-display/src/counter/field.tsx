import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/** A labelled text field of the sign-in pages, bound to a signal. */
export function Field({
  id,
  label,
  hint,
  value,
  secret = false,
  autocomplete,
  focus = false,
}: {
  id: string;
  label: string;
  hint?: string;
  value: Signal<string>;
  secret?: boolean;
  autocomplete: 'username' | 'current-password' | 'new-password' | 'off';
  focus?: boolean;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus) input.current?.focus();
  }, [focus]);
  const common = {
    id,
    value: value.value,
    onInput: (event: { currentTarget: HTMLInputElement }) => {
      value.value = event.currentTarget.value;
    },
    autocomplete,
    autocapitalize: 'none' as const,
    spellcheck: false,
    required: true,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    ref: input,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {secret ? <input {...common} type="password" /> : <input {...common} type="text" />}
      {hint && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
}
