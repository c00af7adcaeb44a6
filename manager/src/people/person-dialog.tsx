import type { Role } from '@jiaohao/shared/contract/hall.ts';
import type { Person, WhoAmI } from '@jiaohao/shared/contract/session.ts';
import { useSignal } from '@preact/signals';
import { Dialog } from '../parts/dialog.tsx';
import { DialogEnd } from '../parts/dialog-end.tsx';
import { Field, Select } from '../parts/field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import { firstPassword } from './first-password.ts';

const ROLES: readonly Role[] = ['clerk', 'hall-manager', 'manager', 'admin'];

/** Adds a person, or changes one. A password set here is a first one: its owner must change it. */
export function PersonDialog({
  person,
  me,
  onClose,
  onDone,
}: {
  person: Person | null;
  me: WhoAmI;
  onClose: () => void;
  onDone: (words: string) => void;
}) {
  const t = texts.value;
  const name = useSignal(person?.name ?? '');
  const username = useSignal(person?.username ?? '');
  const staffNumber = useSignal(person?.staffNumber ?? '');
  const role = useSignal<Role>(person?.role ?? 'clerk');
  const password = useSignal('');
  const { busy, problem, send } = useSending();

  function submit(event: Event) {
    event.preventDefault();
    void send(async () => {
      const fields = {
        name: name.value.trim(),
        role: role.value,
        ...(staffNumber.value.trim() && { staffNumber: staffNumber.value.trim() }),
        ...(password.value && { password: password.value, temporary: true }),
      };
      if (person) await hub.put(`/api/settings/people/${encodeURIComponent(person.id)}`, fields);
      else await hub.post('/api/settings/people', { ...fields, username: username.value.trim() });
      onDone(password.value ? t.tellPassword({ name: fields.name, password: password.value }) : t.saved);
    });
  }

  return (
    <Dialog title={person ? t.editPerson({ name: person.name }) : t.addPerson} onClose={onClose}>
      <form class="dialog-form" onSubmit={submit}>
        <Field id="person-name" label={t.name} value={name} maxLength={60} />
        {!person && (
          <Field
            id="person-username"
            label={t.username}
            hint={t.usernameHint}
            value={username}
            pattern="[A-Za-z0-9._\-]{1,40}"
            maxLength={40}
          />
        )}
        <Field
          id="person-number"
          label={t.optional({ name: t.staffNumber })}
          value={staffNumber}
          required={false}
          maxLength={20}
        />
        {person?.id !== me.id && (
          <Select
            id="person-role"
            label={t.role}
            value={role.value}
            choices={ROLES.map((value) => ({ value, label: t.roles[value] }))}
            onChange={(value) => {
              role.value = value as Role;
            }}
          />
        )}
        {person?.id !== me.id && (
          <Field
            id="person-password"
            label={t.optional({ name: t.firstPassword })}
            hint={person ? t.resetPasswordHint : t.firstPasswordHint}
            value={password}
            required={false}
            minLength={8}
            maxLength={200}
            autocomplete="new-password"
          >
            <button
              type="button"
              class="plain"
              onClick={() => {
                password.value = firstPassword();
              }}
            >
              {t.generate}
            </button>
          </Field>
        )}
        <DialogEnd
          problem={problem.value}
          onClose={onClose}
          go={person ? t.save : t.add}
          disabled={busy.value}
        />
      </form>
    </Dialog>
  );
}
