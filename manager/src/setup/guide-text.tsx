import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { Signal } from '@preact/signals';
import { LocalizedField } from '../parts/localized-field.tsx';
import { lackingIn } from './guide-draft.ts';

/** As the format has it. */
const LONGEST = 2000;

/** Words of the guide in every language of the hall, side by side where there is room. */
export function GuideText({
  id,
  name,
  languages,
  value,
  needed = false,
}: {
  id: string;
  name: string;
  languages: readonly string[];
  value: Signal<Localized>;
  /** Where not even one language may be left out. */
  needed?: boolean;
}) {
  return (
    <div class="guide-text">
      <LocalizedField
        id={id}
        name={name}
        languages={languages}
        value={value}
        maxLength={LONGEST}
        rows={1}
        required={false}
        lacking={lackingIn(languages, value.value, needed)}
      />
    </div>
  );
}
