import type { Speech } from '@jiaohao/shared/contract/screens.ts';

/** What a hall screen says of its voice, and which part of the hall it speaks for. */
export interface SpeechReport {
  speaking: string | null;
  queued: string[];
  sound: boolean;
  /** Null: the whole hall. */
  zoneId: string | null;
  /** It is the one of its zone that speaks. */
  voice: boolean;
}

/**
 * Who is connected and what they show: memory only, because it is true only while the socket is there.
 * Several sockets of one device (a reload, a second tab) count until the last is gone.
 */
export function createPresence() {
  const sockets = new Map<string, Set<string>>();
  const padCounters = new Map<string, string>();
  /** By socket: the counter that a clerk's page stands at. */
  const watching = new Map<string, { counterId: string; personId: string }>();
  const showing = new Map<string, string | null>();
  const speech = new Map<string, SpeechReport>();

  const isConnected = (deviceId: string): boolean => (sockets.get(deviceId)?.size ?? 0) > 0;

  return {
    isConnected,
    join(deviceId: string, socketId: string, padCounterId: string | null): void {
      const known = sockets.get(deviceId) ?? new Set();
      known.add(socketId);
      sockets.set(deviceId, known);
      if (padCounterId !== null) padCounters.set(deviceId, padCounterId);
    },
    leave(deviceId: string, socketId: string): void {
      const known = sockets.get(deviceId);
      known?.delete(socketId);
      if (known && known.size > 0) return;
      sockets.delete(deviceId);
      padCounters.delete(deviceId);
      showing.delete(deviceId);
      speech.delete(deviceId);
    },
    padConnected: (counterId: string): boolean => [...padCounters.values()].includes(counterId),
    watch(socketId: string, counterId: string, personId: string): void {
      watching.set(socketId, { counterId, personId });
    },
    unwatch(socketId: string): void {
      watching.delete(socketId);
    },
    isWatched: (counterId: string, personId: string): boolean =>
      [...watching.values()].some((each) => each.counterId === counterId && each.personId === personId),
    show(deviceId: string, ticketId: string | null): void {
      showing.set(deviceId, ticketId);
    },
    /** Whether a kiosk shows this ticket; undefined while it is not connected, because then nobody knows. */
    isShowing(deviceId: string, ticketId: string): boolean | undefined {
      return isConnected(deviceId) ? showing.get(deviceId) === ticketId : undefined;
    },
    report(deviceId: string, report: SpeechReport): void {
      speech.set(deviceId, report);
    },
    /** Whether a connected hall screen speaks; undefined while it has said nothing. */
    voiceOf(deviceId: string): 'speaking' | 'standby' | 'no-sound' | undefined {
      const report = speech.get(deviceId);
      if (!report) return undefined;
      if (!report.sound) return 'no-sound';
      return report.voice ? 'speaking' : 'standby';
    },
    /** How far a call has come on the screens that speak, of the zones that it concerns. */
    speechOf(callId: string, concerns: (zoneId: string | null) => boolean = () => true): Speech {
      const reports = [...speech.values()].filter(({ sound, zoneId }) => sound && concerns(zoneId));
      if (reports.length === 0) return { state: 'silent' };
      if (reports.some(({ speaking }) => speaking === callId)) return { state: 'speaking' };
      const positions = reports.map(({ queued }) => queued.indexOf(callId)).filter((index) => index >= 0);
      return positions.length > 0
        ? { state: 'queued', position: Math.min(...positions) + 1 }
        : { state: 'idle' };
    },
    connections: (): number => [...sockets.values()].reduce((sum, each) => sum + each.size, 0),
  };
}

export type Presence = ReturnType<typeof createPresence>;
