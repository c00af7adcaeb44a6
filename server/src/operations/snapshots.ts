import type { Board, CallEntry, CounterView, HallView, Menu } from '@jiaohao/shared/contract/screens.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { PhoneView, PrintView, TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { createEstimator } from '../domain/estimate.ts';
import type { DayState, Ticket } from '../domain/state.ts';
import { announcedNow, emergencyOf, type WordsOf, wordsAnnounced } from '../domain/views/announced.ts';
import { type AudioUrls, boardOf } from '../domain/views/board.ts';
import { counterView } from '../domain/views/counter-view.ts';
import type { Frame } from '../domain/views/frame.ts';
import { hallView } from '../domain/views/hall-view.ts';
import { kioskRules } from '../domain/views/kiosk-rules.ts';
import { menuOf } from '../domain/views/menu.ts';
import { phoneView } from '../domain/views/phone-view.ts';
import { ticketView } from '../domain/views/ticket-view.ts';
import { isInZone, zoneOf } from '../domain/zones.ts';
import type { Operations } from '../operations.ts';
import type { Presence } from '../realtime/presence.ts';
import type { Directory } from './directory.ts';

export interface SnapshotDeps {
  operations: Operations;
  directory: Directory;
  presence: Presence;
  build: string;
  audio: AudioUrls;
  /** The question that pads speak, where they do. */
  question(): CallEntry['audio'];
  /** The languages that the hub speaks; none without a voice. */
  speaks(): string[];
  printOf(ticketId: string): PrintView;
  /** The words of a hand-over note. */
  noteText(textId: string): string | null;
  /** An announcement's own words. */
  wordsOf: WordsOf;
  /** Where hall screens fetch the sound of an announcement. */
  announcedAudio(id: string): CallEntry['audio'];
  /** What is wrong with a kiosk's printer, if anything. */
  troubleOf(deviceId: string): string | null;
  alerts(): HallView['alerts'];
}

/** What each kind of screen shows now, from committed state and what stands beside it. */
export function createSnapshots({
  operations,
  directory,
  presence,
  build,
  audio,
  question,
  speaks,
  printOf,
  noteText,
  wordsOf,
  announcedAudio,
  troubleOf,
  alerts,
}: SnapshotDeps) {
  const frame = (): Frame => ({ build, now: operations.now(), version: operations.version() });

  /** In an emergency nothing is issued either. */
  const issuing = (): boolean => operations.issuing() && operations.hall().today.emergency === null;
  const emergency = () => emergencyOf(operations.hall().today);
  const announcements = () =>
    announcedNow(operations.hall().today, operations.now(), wordsOf, announcedAudio);

  function person(id: string): CounterView['clerk'] {
    const known = directory.person(id);
    return known ? { id, name: known.name, staffNumber: known.staffNumber } : null;
  }

  return {
    build,
    frame,
    board(zoneId: string | null): Board {
      const settings = operations.settings();
      const zone = zoneOf(settings, zoneId);
      const now = emergency();
      return {
        ...boardOf(operations.hall(), settings, frame(), issuing(), audio, zone),
        emergency: now && { ...now, audio: announcedAudio(now.id) },
        announcements: announcements(),
      };
    },
    audioOf: announcedAudio,
    /** What hall screens may have spoken beside calls. */
    wordsAnnounced: (id: string): Localized | null =>
      wordsAnnounced(operations.hall().today, id, operations.now(), wordsOf),
    menu: (): Menu => ({
      ...menuOf(operations.hall().today, operations.settings(), operations.now(), issuing()),
      emergency: emergency(),
      kiosk: kioskRules(operations.settings(), speaks()),
    }),
    /** `hall` is the draft where the answer of a command is made that is about to be committed. */
    counter: (counterId: string, hall = operations.hall()): CounterView | null =>
      counterView(hall, operations.settings(), counterId, frame(), {
        person,
        padConnected: presence.padConnected,
        speechOf: (callId) =>
          presence.speechOf(callId, (zoneId) => isInZone(zoneOf(operations.settings(), zoneId), counterId)),
        printOf,
        noteText,
        questionAudio: () => (operations.settings().rules.padSpeaks ? question() : null),
      }),
    hall: (): HallView =>
      hallView(operations.hall(), operations.settings(), frame(), {
        personName: (id) => directory.person(id)?.name ?? null,
        padConnected: presence.padConnected,
        alerts: alerts(),
        announcements: announcements(),
        appointments: operations.appointmentsToday(),
        devices: directory
          .devices()
          .filter((device) => device.revokedAt === null && device.tokenHash !== null)
          .map(({ id, kind, name, seenAt, speaks }) => ({
            id,
            kind,
            name,
            connected: presence.isConnected(id),
            lastSeenAt: seenAt,
            trouble: troubleOf(id),
            ...(kind === 'hall-screen' &&
              presence.isConnected(id) && { voice: speaks ? presence.voiceOf(id) : 'off' }),
          })),
      }),
    phone: (day: DayState, ticket: Ticket): PhoneView => ({
      ...phoneView(day, operations.settings(), ticket, { build, now: operations.now() }),
      emergency: emergency(),
    }),
    ticket: (day: DayState, ticket: Ticket, print: PrintView = printOf(ticket.id)): TicketView =>
      ticketView(
        day,
        operations.settings(),
        ticket,
        createEstimator(day, operations.settings(), operations.now()),
        print,
      ),
  };
}

export type Snapshots = ReturnType<typeof createSnapshots>;
