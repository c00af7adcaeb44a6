import type { ApiClient } from '@jiaohao/shared/contract/session.ts';
import { dateTime } from '@jiaohao/shared/i18n/format.ts';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { language } from '../language.ts';
import { timeZone } from '../live-hall.ts';
import { useLoaded } from '../load.ts';
import { Ask, Dialog } from '../parts/dialog.tsx';
import { DialogEnd } from '../parts/dialog-end.tsx';
import { Field } from '../parts/field.tsx';
import { StateLine } from '../parts/state-line.tsx';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import { apiClientTexts } from './api-client-texts.ts';

interface Fresh {
  name: string;
  token: string;
}

/** Other systems that book appointments: added with a token that is shown once, and revoked. */
export function ApiClients() {
  const t = apiClientTexts.value;
  const list = useLoaded(() => hub.get<{ clients: ApiClient[] }>('/api/settings/api-clients'), []);
  const adding = useSignal(false);
  const revoking = useSignal<ApiClient | null>(null);
  const fresh = useSignal<Fresh | null>(null);
  const add = useRef<HTMLButtonElement>(null);

  return (
    <>
      <header class="page-head part">
        <div>
          <h2>{t.title}</h2>
          <p>{t.lead}</p>
        </div>
        <button
          type="button"
          class="button"
          ref={add}
          onClick={() => {
            adding.value = true;
          }}
        >
          {t.add}
        </button>
      </header>
      {fresh.value && (
        <TokenPanel
          fresh={fresh.value}
          onClose={() => {
            fresh.value = null;
            add.current?.focus();
          }}
        />
      )}
      <StateLine of={list} />
      {list.value && (
        <ClientsTable
          clients={list.value.clients}
          onRevoke={(client) => {
            revoking.value = client;
          }}
        />
      )}
      {adding.value && (
        <AddClient
          onClose={() => {
            adding.value = false;
          }}
          onAdded={(made) => {
            adding.value = false;
            fresh.value = made;
            void list.again();
          }}
        />
      )}
      {revoking.value && (
        <Ask
          title={t.revokeTitle(revoking.value)}
          why={t.revokeWhy}
          yes={texts.value.revoke}
          danger
          onClose={() => {
            revoking.value = null;
          }}
          act={async () => {
            await hub.delete(`/api/settings/api-clients/${encodeURIComponent(revoking.value?.id ?? '')}`);
            await list.again();
          }}
        />
      )}
    </>
  );
}

function ClientsTable({
  clients,
  onRevoke,
}: {
  clients: readonly ApiClient[];
  onRevoke: (client: ApiClient) => void;
}) {
  const t = apiClientTexts.value;
  const { status, actions, revoke } = texts.value;
  const at = (time: number) => dateTime(time, timeZone.value, language.value);
  if (clients.length === 0) return <p class="empty panel">{t.empty}</p>;
  return (
    <section class="panel" aria-label={t.title}>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.addedAt}</th>
            <th scope="col">{t.usedAt}</th>
            <th scope="col">{status}</th>
            <th scope="col">{actions}</th>
          </tr>
        </thead>
        <tbody>
          {[...clients]
            .sort((a, b) => Number(a.revoked) - Number(b.revoked))
            .map((client) => (
              <tr key={client.id} class={client.revoked ? 'faded' : undefined}>
                <th scope="row">{client.name}</th>
                <td>{at(client.createdAt)}</td>
                <td>{client.lastSeenAt === null ? t.neverUsed : at(client.lastSeenAt)}</td>
                <td>{client.revoked ? t.revoked : t.inUse}</td>
                <td class="row-actions">
                  {!client.revoked && (
                    <button
                      type="button"
                      aria-label={`${revoke} ${client.name}`}
                      onClick={() => onRevoke(client)}
                    >
                      {revoke}
                    </button>
                  )}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}

function AddClient({ onClose, onAdded }: { onClose: () => void; onAdded: (made: Fresh) => void }) {
  const t = apiClientTexts.value;
  const name = useSignal('');
  const { busy, problem, send } = useSending();
  return (
    <Dialog title={t.add} onClose={onClose}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          void send(async () => {
            const system = { name: name.value.trim() };
            const { token } = await hub.post<{ token: string }>('/api/settings/api-clients', system);
            onAdded({ ...system, token });
          });
        }}
      >
        <Field
          id="client-name"
          label={t.name}
          hint={t.nameHint}
          value={name}
          pattern=".*\S.*"
          maxLength={60}
          focus
        />
        <DialogEnd problem={problem.value} onClose={onClose} go={texts.value.add} disabled={busy.value} />
      </form>
    </Dialog>
  );
}

/** One tap selects it whole: over plain http a page may not copy by itself. */
function TokenPanel({ fresh, onClose }: { fresh: Fresh; onClose: () => void }) {
  const t = apiClientTexts.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [fresh.token]);
  return (
    <section class="panel pairing-panel" aria-labelledby="token-title">
      <h2 id="token-title" tabIndex={-1} ref={heading}>
        {t.tokenTitle(fresh)}
      </h2>
      <p>{t.tokenHow}</p>
      <p class="token">Authorization: Bearer {fresh.token}</p>
      <p>{t.tokenOnce}</p>
      <button type="button" class="plain" onClick={onClose}>
        {t.tokenClose}
      </button>
    </section>
  );
}
