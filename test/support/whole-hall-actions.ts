import type { Command } from '../../server/src/domain/command.ts';
import type { Actor } from '../../server/src/domain/event.ts';
import type { Action } from './arbitraries.ts';
import { HUB, hallManager } from './given-steps.ts';
import type { HallInMotion } from './hall-in-motion.ts';

export const SERVICES = ['social', 'medical', 'property', 'residence'];

type ToAll = Exclude<
  Action,
  | { counter: number }
  | { kind: 'issue' | 'cancel' | 'ask-rating' | 'reprint' | 'press-by-phone' | 'issue-several' | 'move' }
>;

/** What is done to the hall rather than at a counter. */
export function toAll(
  hall: HallInMotion,
  action: ToAll,
  serial: number,
  ticketId: (pick: number) => string | undefined,
): [Command, Actor] | null {
  switch (action.kind) {
    case 'wait':
    case 'end-of-day':
      return null;
    case 'void': {
      const serviceId = SERVICES[action.service] ?? null;
      return [
        { type: 'void-queue', serviceId, reason: serial % 2 ? 'weather' : 'system-fault' },
        hallManager,
      ];
    }
    case 'begin-emergency': {
      const kind = action.power ? 'power-failure' : 'evacuation';
      return [
        { type: 'begin-emergency', emergencyId: `emergency ${serial}`, kind, noteId: null },
        hallManager,
      ];
    }
    case 'end-emergency':
      return [{ type: 'end-emergency', noteId: null }, hallManager];
    case 'announce': {
      const words = action.preset ? { presetId: 'quiet' } : { textId: `words ${serial}` };
      const { minutes } = action;
      return [
        { type: 'announce', announcementId: `announcement ${serial}`, words, times: 2, minutes },
        hallManager,
      ];
    }
    case 'withdraw': {
      const made = hall.view().today.announcements;
      const announcementId = made[action.pick % Math.max(1, made.length)]?.id ?? 'nothing';
      return [{ type: 'withdraw-announcement', announcementId }, hallManager];
    }
    case 'tell': {
      const id = ticketId(action.pick);
      if (id === undefined) return null;
      const serviceId = SERVICES[action.service] as string;
      const told = { serviceId, version: `version ${action.version}`, means: 'phone' } as const;
      return [
        { type: 'tell', ticketId: id, told: [told, told] },
        { kind: 'slip', id },
      ];
    }
    case 'paper': {
      const ids = { ticketId: `ticket ${serial}`, turnId: `turn ${serial}`, tokenHash: `hash ${serial}` };
      const serviceId = SERVICES[action.service] as string;
      const takenAt = hall.now() - action.minutes * 60_000;
      const times = serial % 2 ? { from: takenAt, to: hall.now() } : null;
      const served = action.served ? ({ counterId: 'c1', outcome: 'done', times } as const) : null;
      const paper = { takenAt, markId: null, served };
      const issue = { type: 'issue', ...ids, serviceId, priority: null, language: 'en' } as const;
      return [{ ...issue, origin: 'paper', paper }, hallManager];
    }
    case 'outage': {
      const { minutes, clean } = action;
      const to = hall.now();
      const from = to - minutes * 60_000;
      return [{ type: 'record-outage', outageId: `outage ${serial}`, from, to, clean }, HUB];
    }
    default:
      return action satisfies never;
  }
}
