import type { EmergencyView } from '../contract/announcements.ts';
import type { Language } from '../i18n/language.ts';
import { words } from '../i18n/words.ts';
import { emergencyTexts } from './emergency-texts.ts';
import { WarningIcon } from './icons.tsx';

/** Over everything that a screen shows: what happens, and that nobody loses their place. */
export function EmergencyScreen({
  emergency,
  languages,
}: {
  emergency: EmergencyView;
  /** At most two are shown together, the hall's first one big. */
  languages: readonly Language[];
}) {
  const [first = 'zh-CN', second] = languages;
  const also = second && emergency.text[second] ? second : undefined;
  return (
    <section class="emergency-screen" role="alert">
      <div>
        <p class="emergency-title">
          <WarningIcon size={72} />
          <span lang={first}>{emergencyTexts(first).title}</span>
          {also && <small lang={also}>{emergencyTexts(also).title}</small>}
        </p>
        <p class="emergency-text" lang={first}>
          {words(emergency.text, first)}
        </p>
        {also && (
          <p class="emergency-also" lang={also}>
            {words(emergency.text, also)}
          </p>
        )}
        <p class="emergency-held" lang={first}>
          {emergencyTexts(first).held}
        </p>
        {also && (
          <p class="emergency-held" lang={also}>
            {emergencyTexts(also).held}
          </p>
        )}
      </div>
    </section>
  );
}
