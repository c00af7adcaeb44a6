import type { Command, Leave } from '../../server/src/domain/command.ts';
import type { Actor } from '../../server/src/domain/event.ts';
import { dayOfCounter, type Hall } from '../../server/src/domain/hall.ts';
import { counterOf, servedOf } from '../../server/src/domain/state.ts';
import type { Action } from './arbitraries.ts';
import { clerk, hallManager, KIOSK } from './given-steps.ts';
import { type HallInMotion, inHand } from './hall-in-motion.ts';
import { SERVICES, toAll } from './whole-hall-actions.ts';

/** Half of the people have no priority. */
const PRIORITIES = [null, null, null, 'elder', 'veteran', 'elder'];
const counterOfAction = (counter: number): string => `c${counter + 1}`;

/** Makes an abstract action concrete in the hall as it stands; null where nothing is there to do it to. */
export function commandOf(hall: HallInMotion, action: Action, serial: number): [Command, Actor] | null {
  const view = hall.view();
  const { today } = view;

  /** Any ticket of any day. */
  const ticketId = (pick: number): string | undefined => {
    const all = hall.days.flatMap(({ state }) => [...state.tickets.keys()]);
    return all[pick % Math.max(1, all.length)];
  };
  const number = (pick: number, missed: boolean): string => {
    const turns = missed ? today.missed : [...today.turns.keys()];
    const turnId = turns[pick % Math.max(1, turns.length)];
    const turn = turnId === undefined ? undefined : today.turns.get(turnId);
    return (turn && today.tickets.get(turn.ticketId)?.number) ?? 'A999';
  };
  const at = (counterId: string, stranger: boolean): Actor => {
    const holder = counterOf(dayOfCounter(view, counterId), counterId).open?.clerkId;
    return clerk(stranger || holder === undefined ? 'clerk 99' : holder);
  };
  const turnMeant = (counterId: string, means: string): string | undefined => {
    const day = dayOfCounter(view, counterId);
    if (means === 'in-hand') return inHand(day, counterId) ?? undefined;
    if (means === 'last-served') return counterOf(day, counterId).lastFinished?.turnId;
    return means === 'another' ? [...day.turns.keys()][serial % Math.max(1, day.turns.size)] : undefined;
  };

  switch (action.kind) {
    case 'issue': {
      const ids = { ticketId: `ticket ${serial}`, turnId: `turn ${serial}`, tokenHash: `hash ${serial}` };
      const serviceId = SERVICES[action.service] as string;
      const priority = PRIORITIES[action.priority] ?? null;
      return [{ type: 'issue', ...ids, serviceId, priority, language: 'en', origin: 'kiosk' }, KIOSK];
    }
    case 'cancel':
    case 'reprint': {
      const id = ticketId(action.pick);
      return id === undefined
        ? null
        : [
            { type: action.kind, ticketId: id },
            { kind: 'slip', id },
          ];
    }
    case 'ask-rating':
    case 'press-by-phone': {
      const id = (action.turn === 'served' ? servedTicket(hall, action.pick) : null) ?? ticketId(action.pick);
      if (id === undefined) return null;
      const turnId = turnNamed(hall, id, action);
      if (action.kind === 'ask-rating')
        return [
          { type: 'ask-rating', ticketId: id, turnId },
          { kind: 'slip', id },
        ];
      const from = { source: 'phone', ticketId: id } as const;
      const { level } = action;
      return [
        { type: 'rate', from, level, reasons: [], commentId: null, turnId },
        { kind: 'slip', id },
      ];
    }
    default:
  }
  const destination = ({
    service,
    toCounter,
    place,
  }: {
    service: number;
    toCounter: number;
    place: 'old' | 'end' | 'next';
  }) => ({
    newTurnId: `turn ${serial} onward`,
    // Without a counter a service must be named; with one it may be.
    serviceId: toCounter === 4 || service > 1 ? SERVICES[service] : undefined,
    toCounterId: toCounter === 4 ? undefined : counterOfAction(toCounter),
    place,
  });
  const issued = { ticketId: `ticket ${serial}`, turnId: `turn ${serial}`, tokenHash: `hash ${serial}` };
  if (action.kind === 'issue-several') {
    const serviceId = SERVICES[action.service] as string;
    const further = [{ turnId: `turn ${serial} further`, serviceId: SERVICES[action.further] as string }];
    return [
      { type: 'issue', ...issued, serviceId, further, priority: null, language: 'en', origin: 'kiosk' },
      KIOSK,
    ];
  }
  if (action.kind === 'move') {
    const id = ticketId(action.pick);
    if (id === undefined) return null;
    return [{ type: 'move-ticket', ticketId: id, reason: 'reason', ...destination(action) }, hallManager];
  }
  if (!('counter' in action)) return toAll(hall, action, serial, ticketId);
  if (action.kind === 'preview') return null;

  const counterId = counterOfAction(action.counter);
  switch (action.kind) {
    case 'open': {
      const clerkId = `clerk ${action.clerk}`;
      return [{ type: 'open-counter', counterId, clerkId }, clerk(clerkId)];
    }
    case 'change-counter': {
      // Somebody at work, whichever day they are still in.
      const working = hall.days.flatMap(({ state }) =>
        [...state.counters].flatMap(([id, { open }]) => (open ? [{ id, clerkId: open.clerkId }] : [])),
      );
      const who = working[action.pick % Math.max(1, working.length)];
      if (!who) return null;
      const ways: (Leave | undefined)[] = [
        { how: 'carry', callId: `call ${serial}` },
        { how: 'carry', callId: `call ${serial}` },
        { how: 'finish', outcome: 'done', asked: true },
        { how: 'park', reason: 'fetching', minutes: action.pick % 2 ? 5 : null },
      ];
      const { clerkId } = who;
      const turnId = turnMeant(who.id, action.means);
      return [
        { type: 'open-counter', counterId, clerkId, leave: ways[action.leave], turnId },
        clerk(clerkId),
      ];
    }
    case 'relieve': {
      const by = at(counterId, action.stranger);
      return [{ type: 'relieve-counter', counterId, clerkId: `clerk ${action.clerk}` }, by];
    }
    case 'pause': {
      const by = at(counterId, action.stranger);
      return [{ type: 'pause-counter', counterId, reason: serial % 2 ? 'lunch' : 'errand' }, by];
    }
    case 'resume':
    case 'close':
      return [{ type: `${action.kind}-counter`, counterId }, at(counterId, action.stranger)];
    case 'call-next': {
      const finish = action.finish ? ({ outcome: 'done', asked: true } as const) : undefined;
      const turnId = turnMeant(counterId, action.means);
      const by = at(counterId, action.stranger);
      return [{ type: 'call-next', counterId, callId: `call ${serial}`, finish, turnId }, by];
    }
    case 'call-number': {
      const call = { type: 'call-number', counterId, callId: `call ${serial}` } as const;
      return [{ ...call, number: number(action.pick, action.missed) }, at(counterId, false)];
    }
    case 'return':
      return [
        { type: 'return', counterId, number: number(action.pick, action.missed) },
        at(counterId, false),
      ];
    case 'recall':
    case 'start':
    case 'finish':
    case 'no-show': {
      const turnId = turnMeant(counterId, action.means);
      const by = at(counterId, action.stranger);
      if (action.kind === 'recall')
        return [{ type: 'recall', counterId, callId: `call ${serial}`, turnId }, by];
      if (action.kind === 'start') return [{ type: 'start-service', counterId, turnId }, by];
      if (action.kind === 'no-show') return [{ type: 'no-show', counterId, turnId }, by];
      return [{ type: 'finish', counterId, outcome: 'accepted', asked: false, turnId }, by];
    }
    case 'walk-in': {
      const serviceId = SERVICES[action.service] as string;
      const walkIn = { type: 'walk-in', counterId, callId: `call ${serial}`, ...issued } as const;
      return [{ ...walkIn, serviceId, priority: null, language: 'en' }, at(counterId, false)];
    }
    case 'change-service':
    case 'add-service': {
      const serviceId = SERVICES[action.service] as string;
      const by = at(counterId, false);
      if (action.kind === 'change-service') return [{ type: 'change-service', counterId, serviceId }, by];
      return [{ type: 'plan-service', counterId, serviceId, newTurnId: `turn ${serial} added` }, by];
    }
    case 'take-here': {
      const call = { type: 'call-number', counterId, callId: `call ${serial}`, here: true } as const;
      return [{ ...call, number: number(action.pick, false) }, at(counterId, false)];
    }
    case 'park': {
      const { minutes } = action;
      const by = at(counterId, action.stranger);
      return [{ type: 'park', counterId, reason: 'fetching', minutes }, by];
    }
    case 'resume-ticket': {
      const parked = today.parked[action.pick % Math.max(1, today.parked.length)];
      const turn = parked === undefined ? undefined : today.turns.get(parked);
      const named = turn && action.pick % 2 === 0 ? today.tickets.get(turn.ticketId)?.number : undefined;
      return [{ type: 'resume-ticket', counterId, number: named }, at(counterId, false)];
    }
    case 'transfer': {
      const { back } = action;
      return [{ type: 'transfer', counterId, back, ...destination(action) }, at(counterId, false)];
    }
    case 'undo':
      return [{ type: 'undo', counterId }, action.stranger ? clerk('clerk 99') : undoer(view, counterId)];
    case 'press': {
      const from = { source: 'pad', counterId } as const;
      const turnId = turnMeant(counterId, action.means);
      const by: Actor = { kind: 'device', id: `pad of ${counterId}` };
      return [{ type: 'rate', from, level: action.level, reasons: [], commentId: null, turnId }, by];
    }
    case 'explain': {
      // Where somebody has pressed and not said why, if anywhere: else this would hardly ever meet a press.
      const unexplained = [...today.counters].find(([, { lastFinished }]) => {
        const rating = lastFinished && today.turns.get(lastFinished.turnId)?.rating;
        return rating && !rating.explained;
      });
      const pressedAt = unexplained?.[0] ?? counterId;
      const turnId = turnMeant(pressedAt, 'last-served') ?? 'nobody’s turn';
      const turn = hall.days.flatMap(({ state }) => state.turns.get(turnId) ?? [])[0];
      const reasons = [turn?.rating?.level === 1 ? 'slow' : 'friendly'];
      const told = { type: 'explain-rating', turnId, reasons, commentId: null } as const;
      if (action.by === 'pad') {
        const by: Actor = { kind: 'device', id: `pad of ${pressedAt}` };
        return [{ ...told, from: { source: 'pad', counterId: pressedAt } }, by];
      }
      const id = turn?.ticketId ?? 'nobody’s ticket';
      return [
        { ...told, from: { source: 'phone', ticketId: id } },
        { kind: 'slip', id },
      ];
    }
    default:
      return action satisfies never;
  }
}

/** Of any day, where somebody was served at all. */
function servedTicket({ days }: HallInMotion, pick: number): string | undefined {
  const served = days.flatMap(({ state }) =>
    [...state.tickets.values()].filter((ticket) => servedOf(state, ticket).length > 0),
  );
  return served[pick % Math.max(1, served.length)]?.id;
}

function turnNamed(
  { days }: HallInMotion,
  ticketId: string,
  { pick, turn }: Extract<Action, { kind: 'ask-rating' | 'press-by-phone' }>,
): string | undefined {
  const day = days.find(({ state }) => state.tickets.has(ticketId))?.state;
  const ticket = day?.tickets.get(ticketId);
  if (turn === 'unsaid' || !day || !ticket) return undefined;
  const served = servedOf(day, ticket).map(({ id }) => id);
  const among = { served, own: ticket.turnIds, any: [...day.turns.keys()] }[turn];
  return among[pick % Math.max(1, among.length)];
}

/** Who pressed last at a counter, else the hall manager. */
function undoer(view: Hall, counterId: string): Actor {
  const by = counterOf(view.today, counterId).undoable?.by;
  return by ? clerk(by) : hallManager;
}
