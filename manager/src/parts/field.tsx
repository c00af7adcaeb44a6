import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

/** A labelled text field bound to a signal. */
export function Field({
  id,
  label,
  hint,
  value,
  type = 'text',
  autocomplete = 'off',
  required = true,
  focus = false,
  digits = false,
  pattern,
  minLength,
  maxLength,
  children,
}: {
  id: string;
  label: string;
  hint?: string;
  value: Signal<string>;
  type?: 'text' | 'password';
  autocomplete?: string;
  required?: boolean;
  focus?: boolean;
  /** Digits are typed: a tablet shows its keys for them, and what stood there is typed over. */
  digits?: boolean;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  children?: ComponentChildren;
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-line">
        <input
          id={id}
          {...(type === 'password' ? { type: 'password' as const } : { type: 'text' as const })}
          value={value.value}
          onInput={(event) => {
            value.value = event.currentTarget.value;
          }}
          autocomplete={autocomplete}
          autocapitalize="none"
          spellcheck={false}
          required={required}
          inputMode={digits ? 'numeric' : undefined}
          onFocus={digits ? (event) => event.currentTarget.select() : undefined}
          pattern={pattern}
          minLength={minLength}
          maxLength={maxLength}
          aria-describedby={hint ? `${id}-hint` : undefined}
          ref={(input) => {
            if (focus && input && document.activeElement === document.body) input.focus();
          }}
        />
        {children}
      </div>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
}

/** Something to tick. */
export function Check({ label, value }: { label: string; value: Signal<boolean> }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={value.value}
        onChange={(event) => {
          value.value = event.currentTarget.checked;
        }}
      />
      {label}
    </label>
  );
}

export interface Choice {
  value: string;
  label: string;
}

/** A labelled list to choose one of. */
export function Select({
  id,
  label,
  value,
  choices,
  onChange,
}: {
  id: string;
  label: string;
  value: string;
  choices: readonly Choice[];
  onChange: (value: string) => void;
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
