import type { Localized } from '../contract/text.ts';

/**
 * The words of `text` in `language`; else in another form of it (`zh-CN` for `zh-TW`); else the first there
 * are. A hall's texts stand in the order of its languages, so that is the hall's default. Never undefined.
 * Screens import it from here: `contract/text.ts` would bring its schemas into their scripts.
 */
export function words(text: Localized | undefined, language: string): string {
  if (!text) return '';
  const tag = text[language] ? language : nearestTag(text, language);
  return (tag === undefined ? undefined : text[tag]) ?? '';
}

function nearestTag(text: Localized, language: string): string | undefined {
  const tags = Object.keys(text).filter((tag) => text[tag]);
  const base = language.split('-')[0];
  return tags.find((tag) => tag.split('-')[0] === base) ?? tags[0];
}
