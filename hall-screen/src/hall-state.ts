import type { DevicePairing } from '@jiaohao/shared/client/device.ts';
import { hubNow, sync, tick } from '@jiaohao/shared/client/hub-clock.ts';
import { bringLanguages, hallProfile } from '@jiaohao/shared/client/languages.ts';
import { connectLive } from '@jiaohao/shared/client/live.ts';
import { recall, remember } from '@jiaohao/shared/client/storage.ts';
import type { Board, CallEntry, ScreenOrders } from '@jiaohao/shared/contract/screens.ts';
import { computed, effect, signal } from '@preact/signals';
import { shownCalls, withPushed } from './board/shown-calls.ts';
import { createAudioPlayer, fetchClip, type Sound } from './speaker/audio-player.ts';
import { CallQueue } from './speaker/call-queue.ts';
import { rememberedCalls } from './speaker/heard.ts';
import { createSpeaker, type SpeakerState } from './speaker/speaker.ts';

/** A silent window beside a speaking one in the same browser must not say for it that a call was heard. */
const heardSlot = (silent: boolean) => `jiaohao.hall-screen.heard${silent ? '.silent' : ''}`;

/**
 * All that a hall screen knows: the hub's board, what is being spoken, whether it can be heard.
 * `silent`: another screen of this zone speaks; this one shows.
 */
export function createHallState(device: DevicePairing, silent: boolean) {
  const slot = heardSlot(silent);
  const board = signal<Board | null>(null);
  const pushed = signal<CallEntry[]>([]);
  const speech = signal<SpeakerState>({ speaking: null, waiting: [] });
  /** When the hub was last heard of, by its own time; null: never. */
  const lastContact = signal<number | null>(null);

  /** Of the screens of a zone the hub has one speak; until it says, this is it. */
  const orders = signal<ScreenOrders>({ speaks: true, overscan: null });
  const audio = createAudioPlayer(silent, (url) => fetchClip(url, device.token.peek()));
  const speaker = createSpeaker({
    queue: new CallQueue(rememberedCalls({ read: () => recall(slot), write: (ids) => remember(slot, ids) })),
    player: { ...audio, audible: () => audio.audible() && orders.peek().speaks },
    now: hubNow,
    changed: (state) => {
      speech.value = state;
    },
  });

  const live = connectLive(() => ({ token: device.token.peek() ?? '' }), { reloadWhen: speaker.idle });
  const { socket, connection, refused } = live;
  const heardOfHub = () => {
    lastContact.value = hubNow();
  };
  socket.on('board', (next) => {
    sync(next.now);
    heardOfHub();
    board.value = next;
    hallProfile.value = next.profile;
    void bringLanguages(next.languages);
    pushed.value = pushed.value.filter(({ at }) => at > next.now);
    speaker.useVoice(next.voice);
    speaker.offer(next.calls);
    speaker.announce(next.announcements ?? [], next.emergency);
  });
  socket.on('screen', (next) => {
    orders.value = next;
  });
  socket.on('call', (call) => {
    heardOfHub();
    pushed.value = [call, ...pushed.value];
    speaker.offer([call]);
  });
  socket.io.on('ping', () => {
    if (lastContact.peek() !== null) heardOfHub();
  });

  /** The clerk reads in it whether a call is being announced. */
  const report = computed(() => {
    const sound = audio.sound.value === 'on';
    const speaks = sound && orders.value.speaks;
    const { speaking, waiting } = speech.value;
    return {
      speaking: speaks ? (speaking?.id ?? null) : null,
      queued: speaks ? waiting.map(({ id }) => id) : [],
      sound,
      silent,
    };
  });
  const stopReporting = effect(() => {
    const now = report.value;
    // Said again at each connection; never kept for later, when it would no longer be true.
    if (connection.value === 'online') socket.emit('speech', now);
  });
  const stopWatching = effect(() => {
    if (refused.value === 'device-revoked' || refused.value === 'not-signed-in') device.forget();
  });

  const stopRepeating = effect(() => {
    if (tick.value > 0) speaker.passTime();
  });

  /** A screen beside the one that speaks is as silent as one that was opened so. */
  const sound = computed<Sound>(() => (orders.value.speaks ? audio.sound.value : 'silent'));

  const calls = computed(() => {
    const { speaking } = speech.value;
    return board.value
      ? shownCalls(withPushed(board.value, pushed.value), speaking)
      : shownCalls([], speaking);
  });

  return {
    board,
    calls,
    speech,
    sound,
    orders,
    connection,
    lastContact,
    /** The hub's time, each second. */
    now: tick,
    stop() {
      stopReporting();
      stopWatching();
      stopRepeating();
      live.stop();
      audio.close();
    },
  };
}

export type HallState = ReturnType<typeof createHallState>;
