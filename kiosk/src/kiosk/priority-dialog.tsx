import { words } from '@jiaohao/shared/i18n/words.ts';
import { Dialog } from '../dialog.tsx';
import { extrasOf } from './extra-texts.ts';
import type { KioskProps } from './kiosk-props.ts';

/** Who is served earlier, and which document each has to show. Chosen once, it goes with the next number. */
export function PriorityDialog({ state, actions }: KioskProps) {
  const t = extrasOf(state).priority;
  const language = state.comfort.language.value;
  const chosen = state.priority.value;
  const choose = (id: string | null) => {
    state.priority.value = id;
    actions.closeDialog();
  };
  return (
    <Dialog key="priority" title={t.title} onBackdrop={actions.closeDialog}>
      <p>{t.hint}</p>
      <div class="classes">
        {state.menu.value?.priorityClasses.map(({ id, name, document }) => (
          <button key={id} type="button" aria-pressed={id === chosen} onClick={() => choose(id)}>
            <b>{words(name, language)}</b>
            <span>{words(document, language)}</span>
          </button>
        ))}
      </div>
      <div class="choices">
        <button type="button" class="plain" onClick={() => choose(null)}>
          {chosen === null ? t.none : t.withdraw}
        </button>
      </div>
    </Dialog>
  );
}
