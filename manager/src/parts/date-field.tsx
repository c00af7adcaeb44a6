import type { Signal } from '@preact/signals';

/** A calendar date, or a time of day, as the browser lets people choose it; '' for none. */
export function DateField({
  id,
  label,
  value,
  type = 'date',
  required = false,
  min,
}: {
  id: string;
  label: string;
  value: Signal<string>;
  type?: 'date' | 'time';
  required?: boolean;
  min?: string;
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...(type === 'time' ? { type: 'time' as const } : { type: 'date' as const })}
        value={value.value}
        required={required}
        min={min || undefined}
        onInput={(event) => {
          value.value = event.currentTarget.value;
        }}
      />
    </div>
  );
}
