import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { languageName } from '@jiaohao/shared/i18n/language.ts';
import type { Signal } from '@preact/signals';
import { texts } from '../texts.ts';

/** The same words in every language of the hall, a field for each. `rows`: as many lines where they are long. */
export function LocalizedField({
  id,
  name,
  languages,
  value,
  maxLength,
  rows,
  required = true,
  lacking = [],
}: {
  id: string;
  /** What is written; each field adds its language. */
  name: string;
  languages: readonly string[];
  value: Signal<Localized>;
  maxLength: number;
  rows?: number;
  required?: boolean;
  /** Languages in which it is still to be written: said in the empty field. */
  lacking?: readonly string[];
}) {
  const t = texts.value.setup;
  const field = (tag: string) => ({
    id: `${id}-${tag}`,
    lang: tag,
    value: value.value[tag] ?? '',
    maxLength,
    required,
    ...(lacking.includes(tag) && { 'aria-invalid': true, placeholder: t.stillToWrite }),
    onInput: (event: { currentTarget: { value: string } }) => {
      value.value = { ...value.value, [tag]: event.currentTarget.value };
    },
  });
  return (
    <>
      {languages.map((tag) => (
        <div class="field" key={tag}>
          <label for={`${id}-${tag}`}>{t.textIn({ name, language: languageName(tag) })}</label>
          {rows ? <textarea rows={rows} {...field(tag)} /> : <input {...field(tag)} />}
        </div>
      ))}
    </>
  );
}

/** What was written, without blanks around it; null where a language lacks. */
export function inEvery(languages: readonly string[], text: Localized): Localized | null {
  const said = languages.map((tag) => [tag, text[tag]?.trim() ?? ''] as const);
  return said.every(([, words]) => words !== '') ? Object.fromEntries(said) : null;
}
