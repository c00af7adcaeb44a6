import type { EmergencyView } from '../contract/announcements.ts';
import type { Language } from '../i18n/language.ts';
import { words } from '../i18n/words.ts';
import { emergencyTexts } from './emergency-texts.ts';

/** At the top of a page that its reader goes on using: `means` says what it means for them. */
export function EmergencyBar({
  emergency,
  language,
  means,
}: {
  emergency: EmergencyView | undefined;
  language: Language;
  means: 'yourNumber' | 'terminal';
}) {
  if (!emergency) return null;
  const t = emergencyTexts(language);
  return (
    <section class="emergency-bar" role="alert">
      <strong>{t.title}</strong>
      <span>{words(emergency.text, language)}</span>
      <span>{t[means]}</span>
    </section>
  );
}
