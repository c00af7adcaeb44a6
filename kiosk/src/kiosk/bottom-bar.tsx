import { languageName } from '@jiaohao/shared/i18n/language.ts';
import {
  ContrastIcon,
  GlobeIcon,
  HelpIcon,
  LowPositionIcon,
  PriorityIcon,
  SoundIcon,
  TextSizeIcon,
} from '@jiaohao/shared/ui/icons.tsx';
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Comfort } from './comfort.ts';
import type { KioskProps } from './kiosk-props.ts';

/** Language, the three comforts, priority and help: in reach on every screen. */
export function BottomBar({ state, actions }: KioskProps) {
  const t = state.t.value;
  const c = state.c.value;
  const { comfort } = state;
  return (
    <nav class="bar" aria-label={t.options}>
      <Languages comfort={comfort} label={c.language} />
      <Toggle on={comfort.largeText} label={t.largeText}>
        <TextSizeIcon />
      </Toggle>
      <Toggle on={comfort.highContrast} label={t.highContrast}>
        <ContrastIcon />
      </Toggle>
      <Toggle on={comfort.lowPosition} label={t.lowPosition}>
        <LowPositionIcon />
      </Toggle>
      {state.spoken.value !== null && (
        <Toggle on={comfort.speech} label={t.speech}>
          <SoundIcon />
        </Toggle>
      )}
      {state.menu.value && state.menu.value.priorityClasses.length > 0 && (
        <button
          type="button"
          class="first"
          aria-pressed={state.priority.value !== null}
          aria-haspopup="dialog"
          disabled={state.screen.value.at === 'result' || state.wishing.value !== null}
          onClick={actions.showPriority}
        >
          <PriorityIcon />
          <span>{t.priority}</span>
        </button>
      )}
      <button type="button" class="help" onClick={() => void actions.help()}>
        <HelpIcon />
        <span>{t.help}</span>
      </button>
    </nav>
  );
}

/** The other language; where there are more, the button opens a list, each in its own words. */
function Languages({ comfort, label }: { comfort: Comfort; label: string }) {
  const others = comfort.languages.value.filter((tag) => tag !== comfort.language.value);
  const [other] = others;
  const open = comfort.choosing.value;
  // A touch anywhere else is a touch for what is there: the list gives way.
  useEffect(() => {
    if (!open) return;
    const giveWay = (event: Event) => {
      if (!(event.target as Element).closest('.bar')) comfort.choosing.value = false;
    };
    addEventListener('pointerdown', giveWay, true);
    return () => removeEventListener('pointerdown', giveWay, true);
  }, [open, comfort]);
  if (other === undefined) return null;
  if (others.length === 1) {
    return (
      <button type="button" lang={other} onClick={() => comfort.choose(other)}>
        <GlobeIcon />
        <span>{languageName(other)}</span>
      </button>
    );
  }
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => {
          comfort.choosing.value = !open;
        }}
      >
        <GlobeIcon />
        <span>{languageName(comfort.language.value)}</span>
      </button>
      {open && (
        <ul class="languages" aria-label={label}>
          {others.map((tag) => (
            <li key={tag}>
              <button type="button" lang={tag} onClick={() => comfort.choose(tag)}>
                {languageName(tag)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
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
