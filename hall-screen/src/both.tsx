import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { Language } from '@jiaohao/shared/i18n/language.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Texts, textsOf } from './texts.ts';

/** The languages this screen shows together, the hall's first one first. */
export const ShownLanguages = createContext<readonly Language[]>(['zh-CN', 'en']);

/** A catalogue's text in every shown language: the first plain, the second as a quieter companion. */
export function Both({ text }: { text: (texts: Texts) => string }) {
  const [first = 'zh-CN', second] = useContext(ShownLanguages);
  return <Pair first={first} second={second} of={(language) => text(textsOf(language))} />;
}

/** The same for words that the hall wrote itself. */
export function BothWords({ text }: { text: Localized }) {
  const [first = 'zh-CN', second] = useContext(ShownLanguages);
  // A text that was never translated is not said twice.
  return (
    <Pair
      first={first}
      second={second && text[second] ? second : undefined}
      of={(language) => words(text, language)}
    />
  );
}

function Pair({
  first,
  second,
  of,
}: {
  first: Language;
  second: Language | undefined;
  of: (language: Language) => string;
}) {
  return (
    <>
      <span class="first" lang={first}>
        {of(first)}
      </span>
      {second && (
        <span class="second" lang={second}>
          {' '}
          {of(second)}
        </span>
      )}
    </>
  );
}
