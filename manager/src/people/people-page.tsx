import type { Person, WhoAmI } from '@jiaohao/shared/contract/session.ts';
import { useSignal } from '@preact/signals';
import { useLoaded } from '../load.ts';
import { Ask } from '../parts/dialog.tsx';
import { Check } from '../parts/field.tsx';
import { StateLine } from '../parts/state-line.tsx';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import { PersonDialog } from './person-dialog.tsx';

type Open = { kind: 'add' } | { kind: 'edit' | 'archive' | 'clear-pin'; person: Person };

/** Who can sign in. Managers see them; administrators change them. */
export function PeoplePage({ me }: { me: WhoAmI }) {
  const t = texts.value;
  const list = useLoaded(() => hub.get<{ people: Person[] }>('/api/settings/people'), []);
  const open = useSignal<Open | null>(null);
  const told = useSignal('');
  const archived = useSignal(false);
  const admin = me.role === 'admin';
  const all = list.value?.people ?? [];
  const shown = all.filter((person) => archived.value || !person.archived);
  const close = () => {
    open.value = null;
  };
  const put = async (person: Person, changes: Record<string, unknown>) => {
    await hub.put(`/api/settings/people/${encodeURIComponent(person.id)}`, changes);
    await list.again();
  };

  const clearPin = async ({ id }: Person) => {
    await hub.delete(`/api/settings/people/${encodeURIComponent(id)}/relief-pin`);
    await list.again();
  };

  return (
    <>
      <header class="page-head">
        <div>
          <h1 tabIndex={-1}>{t.nav.people}</h1>
          <p>{admin ? t.peopleLead : `${t.peopleLead}${t.peopleReadOnly}`}</p>
        </div>
        {admin && (
          <button
            type="button"
            class="go"
            onClick={() => {
              told.value = '';
              open.value = { kind: 'add' };
            }}
          >
            {t.addPerson}
          </button>
        )}
      </header>
      <p class="told" role="status">
        {told.value}
      </p>
      <StateLine of={list} />
      {list.value && (
        <section class="panel" aria-label={t.nav.people}>
          {all.some((person) => person.archived) && <Check label={t.showArchived} value={archived} />}
          {shown.length === 0 ? (
            <p class="empty">{t.peopleEmpty}</p>
          ) : (
            <table class="list">
              <thead>
                <tr>
                  <th scope="col">{t.name}</th>
                  <th scope="col">{t.staffNumber}</th>
                  <th scope="col">{t.username}</th>
                  <th scope="col">{t.role}</th>
                  <th scope="col">{t.account}</th>
                  <th scope="col">{t.actions}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((person) => (
                  <tr key={person.id} class={person.archived ? 'faded' : undefined}>
                    <th scope="row">{person.name}</th>
                    <td>{person.staffNumber ?? t.none}</td>
                    <td>{person.username}</td>
                    <td>{t.roles[person.role]}</td>
                    <td>
                      {person.archived ? t.archivedPerson : person.hasPassword ? t.hasPassword : t.noPassword}
                      {person.reliefPin && (
                        <>
                          <br />
                          <small>{t.hasReliefPin}</small>
                        </>
                      )}
                    </td>
                    <td class="row-actions">
                      {admin && (
                        <button
                          type="button"
                          aria-label={`${t.edit} ${person.name}`}
                          onClick={() => {
                            told.value = '';
                            open.value = { kind: 'edit', person };
                          }}
                        >
                          {t.edit}
                        </button>
                      )}
                      {person.reliefPin && (
                        <button
                          type="button"
                          aria-label={`${t.clearReliefPin} ${person.name}`}
                          onClick={() => {
                            open.value = { kind: 'clear-pin', person };
                          }}
                        >
                          {t.clearReliefPin}
                        </button>
                      )}
                      {admin && person.archived && (
                        <button
                          type="button"
                          aria-label={`${t.restore} ${person.name}`}
                          onClick={() => void put(person, { archived: false })}
                        >
                          {t.restore}
                        </button>
                      )}
                      {admin && !person.archived && person.id !== me.id && (
                        <button
                          type="button"
                          aria-label={`${t.archive} ${person.name}`}
                          onClick={() => {
                            open.value = { kind: 'archive', person };
                          }}
                        >
                          {t.archive}
                        </button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      )}
      {(open.value?.kind === 'add' || open.value?.kind === 'edit') && (
        <PersonDialog
          person={open.value.kind === 'edit' ? open.value.person : null}
          me={me}
          onClose={close}
          onDone={(words) => {
            told.value = words;
            close();
            void list.again();
          }}
        />
      )}
      {open.value?.kind === 'clear-pin' && (
        <Ask
          title={t.clearReliefPinTitle({ name: open.value.person.name })}
          why={t.clearReliefPinWhy}
          yes={t.clearReliefPin}
          danger
          act={clearPin.bind(null, open.value.person)}
          onClose={close}
        />
      )}
      {open.value?.kind === 'archive' && (
        <Ask
          title={t.archiveTitle({ name: open.value.person.name })}
          why={t.archiveWhy}
          yes={t.archive}
          danger
          act={put.bind(null, open.value.person, { archived: true })}
          onClose={close}
        />
      )}
    </>
  );
}
