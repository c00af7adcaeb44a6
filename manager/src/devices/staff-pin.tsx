import type { Device } from '@jiaohao/shared/contract/session.ts';
import { useSignal } from '@preact/signals';
import { Dialog } from '../parts/dialog.tsx';
import { DialogEnd } from '../parts/dialog-end.tsx';
import { Check, Field } from '../parts/field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';

/** The number that opens a kiosk's menu for staff; for all kiosks at once where that is wanted. */
export function StaffPinDialog({
  device,
  kiosks,
  onClose,
  again,
}: {
  device: Device;
  /** All kiosks in use, this one among them. */
  kiosks: readonly Device[];
  onClose: () => void;
  again: () => Promise<void>;
}) {
  const t = texts.value;
  const pin = useSignal('');
  const everywhere = useSignal(false);
  const { busy, problem, send } = useSending();

  function save(next: string | null): void {
    void send(async () => {
      for (const { id } of everywhere.value ? kiosks : [device]) {
        await hub.put(`/api/settings/devices/${encodeURIComponent(id)}/pin`, { pin: next });
      }
      onClose();
      await again();
    });
  }

  return (
    <Dialog title={t.staffPinOf({ name: device.name })} onClose={onClose}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          save(pin.value);
        }}
      >
        <p>{t.staffPinWhy}</p>
        <Field
          id="staff-pin"
          label={t.staffPin}
          hint={t.staffPinHint}
          value={pin}
          type="password"
          autocomplete="new-password"
          pattern="[0-9]{4,8}"
          minLength={4}
          maxLength={8}
        />
        {kiosks.length > 1 && <Check label={t.staffPinEverywhere} value={everywhere} />}
        <DialogEnd problem={problem.value} onClose={onClose} go={t.staffPinSave} disabled={busy.value}>
          {device.staffPin && (
            <button type="button" class="plain" aria-disabled={busy.value} onClick={() => save(null)}>
              {t.staffPinRemove}
            </button>
          )}
        </DialogEnd>
      </form>
    </Dialog>
  );
}
