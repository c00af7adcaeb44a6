import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import type { Signal } from '@preact/signals';
import { language } from '../language.ts';
import { Select } from '../parts/field.tsx';

/** One of the hall's services, by its letter and name. */
export function ServiceSelect({
  id,
  label,
  value,
  queues,
}: {
  id: string;
  label: string;
  value: Signal<string>;
  queues: HallView['queues'];
}) {
  return (
    <Select
      id={id}
      label={label}
      value={value.value}
      choices={queues.map(({ serviceId, letter, name }) => ({
        value: serviceId,
        label: `${letter} ${words(name, language.value)}`,
      }))}
      onChange={(next) => {
        value.value = next;
      }}
    />
  );
}
