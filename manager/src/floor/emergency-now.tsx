import { tick } from '@jiaohao/shared/client/hub-clock.ts';
import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import { stopwatch } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { WarningIcon } from '@jiaohao/shared/ui/icons.tsx';
import { useSignal } from '@preact/signals';
import { language } from '../language.ts';
import { Dialog } from '../parts/dialog.tsx';
import { DialogEnd } from '../parts/dialog-end.tsx';
import { Field } from '../parts/field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';

/** That the hall is held, for how long, and how it goes on. */
export function EmergencyNow({ view }: { view: HallView }) {
  const t = texts.value;
  const ending = useSignal(false);
  const { emergency } = view;
  if (!emergency) return null;
  const name = view.emergencies?.find(({ id }) => id === emergency.kind)?.name;
  return (
    <section class="alert grave emergency-now" role="alert">
      <WarningIcon size={40} />
      <div>
        <h2>
          {t.floor.emergencyOn({
            kind: name ? words(name, language.value) : emergency.kind,
            duration: stopwatch(tick.value - emergency.since),
          })}
        </h2>
        <p>{words(emergency.text, language.value)}</p>
      </div>
      <button
        type="button"
        class="go danger"
        onClick={() => {
          ending.value = true;
        }}
      >
        {t.floor.emergencyEnd}
      </button>
      {ending.value && (
        <EndEmergency
          onClose={() => {
            ending.value = false;
          }}
        />
      )}
    </section>
  );
}

/** The hall goes on where it stood. */
export function EndEmergency({ onClose }: { onClose: () => void }) {
  const t = texts.value;
  const note = useSignal('');
  const { busy, problem, send } = useSending();
  return (
    <Dialog title={t.floor.emergencyEndTitle} onClose={onClose}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          void send(async () => {
            await hub.post('/api/emergency/end', note.value.trim() ? { note: note.value.trim() } : {});
            onClose();
          });
        }}
      >
        <p>{t.floor.emergencyEndWhat}</p>
        <Field
          id="emergency-end-note"
          label={t.floor.emergencyNote}
          hint={t.floor.emergencyNoteHint}
          value={note}
          maxLength={500}
          required={false}
        />
        <DialogEnd
          problem={problem.value}
          onClose={onClose}
          go={t.floor.emergencyEndYes}
          disabled={busy.value}
        />
      </form>
    </Dialog>
  );
}
