import { LANGUAGE_NAMES } from '@jiaohao/shared/i18n/language.ts';
import {
  ContrastIcon,
  GlobeIcon,
  HelpIcon,
  LowPositionIcon,
  TextSizeIcon,
} from '@jiaohao/shared/ui/icons.tsx';
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { nextLanguage } from '../texts.ts';
import type { KioskProps } from './kiosk-props.ts';

/** Language, the three comforts, and help: in reach on every screen. */
export function BottomBar({ state, actions }: KioskProps) {
  const t = state.t.value;
  const { comfort } = state;
  const other = nextLanguage(comfort.languages.value, comfort.language.value);
  return (
    <nav class="bar" aria-label={t.options}>
      {other && (
        <button type="button" lang={other} onClick={() => comfort.choose(other)}>
          <GlobeIcon />
          <span>{LANGUAGE_NAMES[other]}</span>
        </button>
      )}
      <Toggle on={comfort.largeText} label={t.largeText}>
        <TextSizeIcon />
      </Toggle>
      <Toggle on={comfort.highContrast} label={t.highContrast}>
        <ContrastIcon />
      </Toggle>
      <Toggle on={comfort.lowPosition} label={t.lowPosition}>
        <LowPositionIcon />
      </Toggle>
      <button type="button" class="help" onClick={() => void actions.help()}>
        <HelpIcon />
        <span>{t.help}</span>
      </button>
    </nav>
  );
}

function Toggle({
  on,
  label,
  children,
}: {
  on: Signal<boolean>;
  label: string;
  children: ComponentChildren;
}) {
  return (
    <button
      type="button"
      aria-pressed={on.value}
      onClick={() => {
        on.value = !on.value;
      }}
    >
      {children}
      <span>{label}</span>
    </button>
  );
}
