import { sync } from '@jiaohao/shared/client/hub-clock.ts';
import { hallProfile } from '@jiaohao/shared/client/languages.ts';
import { type Connection, connectLive, type Live } from '@jiaohao/shared/client/live.ts';
import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import { computed, signal } from '@preact/signals';
import { heedRefusal } from './session.ts';

/** The hall as the hub last told it; null until it has. */
export const hallView = signal<HallView | null>(null);

const live = signal<Live | null>(null);
export const connection = computed<Connection>(() => live.value?.connection.value ?? 'connecting');

const EVERYWHERE = 'Asia/Shanghai';
/** The hall's time zone. Nothing that needs it is drawn before the first view has come. */
export const timeZone = computed(() => hallView.value?.timeZone ?? EVERYWHERE);

/** Connects as the person signed in; the answer disconnects. */
export function watchHall(): () => void {
  const opened = connectLive(() => ({}), {
    // Nobody loses what they are typing to a new build.
    reloadWhen: () => document.querySelector('dialog[open]') === null,
  });
  opened.socket.on('hall', (view) => {
    sync(view.now);
    hallView.value = view;
    hallProfile.value = view.profile;
  });
  // Signed out elsewhere, or archived: names must not stay on the screen until somebody touches it.
  const unsubscribe = opened.refused.subscribe((code) => {
    if (code !== null) heedRefusal(code);
  });
  live.value = opened;
  return () => {
    unsubscribe();
    opened.stop();
    live.value = null;
    hallView.value = null;
  };
}
