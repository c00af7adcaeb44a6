import { words } from '@jiaohao/shared/i18n/words.ts';
import { useSignal } from '@preact/signals';
import { language } from '../language.ts';
import { Dialog } from '../parts/dialog.tsx';
import { DialogEnd } from '../parts/dialog-end.tsx';
import { Field } from '../parts/field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import type { FloorProps } from './floor-props.ts';

/** Holds the hall: choose what has happened, read what people will read, and confirm. */
export function BeginEmergency({ view, onClose }: FloorProps) {
  const t = texts.value;
  const messages = view.emergencies ?? [];
  const kind = useSignal<string | null>(null);
  const note = useSignal('');
  const sure = useSignal(false);
  const { busy, problem, send } = useSending();
  const chosen = messages.find(({ id }) => id === kind.value);
  return (
    <Dialog title={t.floor.emergencyTitle} onClose={onClose}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!chosen) return;
          if (!sure.value) {
            sure.value = true;
            return;
          }
          void send(async () => {
            await hub.post('/api/emergency', {
              kind: chosen.id,
              ...(note.value.trim() && { note: note.value.trim() }),
            });
            onClose();
          });
        }}
      >
        <p>{t.floor.emergencyWhat}</p>
        <fieldset class="quick">
          <legend>{t.floor.emergencyWhich}</legend>
          {messages.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              aria-pressed={kind.value === id}
              onClick={() => {
                kind.value = id;
                sure.value = false;
              }}
            >
              {words(name, language.value)}
            </button>
          ))}
        </fieldset>
        {chosen && <blockquote>{words(chosen.sentence, language.value)}</blockquote>}
        <Field
          id="emergency-note"
          label={t.floor.emergencyNote}
          hint={t.floor.emergencyNoteHint}
          value={note}
          maxLength={500}
          required={false}
        />
        <DialogEnd
          problem={problem.value || (sure.value ? t.floor.emergencySure : '')}
          onClose={onClose}
          go={sure.value ? t.floor.emergencyYes : t.floor.emergencyGo}
          disabled={busy.value || !chosen}
          danger
        />
      </form>
    </Dialog>
  );
}
