import { installedLanguages } from '@jiaohao/shared/client/languages.ts';
import { LanguageSwitch } from '@jiaohao/shared/ui/language-switch.tsx';
import { chooseLanguage, language } from '../language.ts';

/** The way to the page's other languages. */
export function LanguageButton({ label, className }: { label: string; className?: string }) {
  return (
    <LanguageSwitch
      languages={installedLanguages}
      current={language.value}
      label={label}
      onChoose={chooseLanguage}
      className={className}
    />
  );
}
