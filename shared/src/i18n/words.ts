import type { Localized } from '../contract/text.ts';

/**
 * The words of `text` in `language`, else in the first language it has. Never undefined.
 * Screens import it from here: `contract/text.ts` would bring its schemas into their scripts.
 */
export function words(text: Localized | undefined, language: string): string {
  if (!text) return '';
  return text[language] ?? text['zh-CN'] ?? Object.values(text)[0] ?? '';
}
