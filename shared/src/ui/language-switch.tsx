import { type Language, languageName } from '../i18n/language.ts';

/** A language's name in itself, also of one whose texts are not here yet. */
function nameOf(tag: Language): string {
  const name = languageName(tag);
  if (name !== tag || typeof Intl.DisplayNames !== 'function') return name;
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}

/** The way to another language: a button where there is one other, a list where there are more. */
export function LanguageSwitch({
  languages,
  current,
  label,
  onChoose,
  className,
}: {
  languages: readonly Language[];
  current: Language;
  /** Of the list, for those who cannot see it. */
  label: string;
  onChoose: (tag: Language) => void;
  className?: string;
}) {
  const others = languages.filter((tag) => tag !== current);
  const [other] = others;
  if (other === undefined) return null;
  if (others.length === 1) {
    return (
      <button type="button" class={className} lang={other} onClick={() => onChoose(other)}>
        {nameOf(other)}
      </button>
    );
  }
  return (
    <select
      class="language-list"
      aria-label={label}
      value={current}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {languages.map((tag) => (
        <option key={tag} value={tag} lang={tag} selected={tag === current}>
          {nameOf(tag)}
        </option>
      ))}
    </select>
  );
}
