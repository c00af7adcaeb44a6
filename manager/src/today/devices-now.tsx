import { tick } from '@jiaohao/shared/client/hub-clock.ts';
import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import { clockTime, dateTime } from '@jiaohao/shared/i18n/format.ts';
import { language } from '../language.ts';
import { timeZone } from '../live-hall.ts';
import { type Texts, texts } from '../texts.ts';
import { troubleWords } from './alert-words.ts';

type Device = HallView['devices'][number];

export const kindWords = (kind: string, t: Texts): string =>
  (t.kinds as Record<string, string>)[kind] ?? kind;

/** Those in trouble first, then those that are gone. */
const rank = ({ trouble, connected }: Device) => (trouble !== null ? 0 : connected ? 2 : 1);

export function DevicesNow({ devices }: { devices: readonly Device[] }) {
  const t = texts.value;
  const sorted = [...devices].sort((a, b) => rank(a) - rank(b));
  return (
    <section class="panel" aria-labelledby="devices-title">
      <header>
        <h2 id="devices-title">{t.devicesTitle}</h2>
      </header>
      {devices.length === 0 && <p class="empty">{t.devicesEmpty}</p>}
      <ul class="device-list">
        {sorted.map((device) => (
          <li key={device.id} class={device.trouble ? 'trouble' : device.connected ? 'on' : 'off'}>
            <span class="dot" aria-hidden="true" />
            <span class="device-name">
              <strong>{device.name}</strong> <small>{kindWords(device.kind, t)}</small>
            </span>
            <span class="device-state">
              {device.trouble ? troubleWords(device.trouble, t) : presence(device, t)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function presence({ connected, lastSeenAt }: Device, t: Texts): string {
  if (connected) return t.online;
  if (lastSeenAt === null) return t.neverSeen;
  // Of today the hour says it all.
  const told = tick.value - lastSeenAt < 12 * 3_600_000 ? clockTime : dateTime;
  return `${t.offline} · ${t.lastSeen({ at: told(lastSeenAt, timeZone.value, language.value) })}`;
}
