import { installedLanguages } from '@jiaohao/shared/client/languages.ts';
import { LanguageSwitch } from '@jiaohao/shared/ui/language-switch.tsx';
import { chooseLanguage, language, texts } from './texts.ts';

/** The way to the clerk's other languages. */
export function LanguageButton({ className }: { className?: string }) {
  return (
    <LanguageSwitch
      languages={installedLanguages}
      current={language.value}
      label={texts.value.language}
      onChoose={chooseLanguage}
      className={className}
    />
  );
}
