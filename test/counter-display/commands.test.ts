import { describe, expect, test } from 'vitest';
import {
  type Leaving,
  meaningOf,
  possible,
  primaryOf,
  requestOf,
  type Secondary,
} from '../../counter-display/src/counter/commands.ts';
import { helpedClerk, lostTo, situationOf, withAnswer } from '../../counter-display/src/counter/situation.ts';
import type { Command } from '../../server/src/domain/command.ts';
import { mayGoOn } from '../../server/src/domain/decide-emergency.ts';
import { emptyDay } from '../../server/src/domain/state.ts';
import { directory, NOW, ticket, view, wang } from './support/views.ts';

const offered = (seen: ReturnType<typeof view>, me = wang, outcome = seen.rules.defaultOutcome) =>
  primaryOf(situationOf(seen, me), seen.rules.pressesStart, outcome);

describe('the one primary action', () => {
  test('opens a closed counter', () => {
    expect(offered(view({ state: 'closed', clerk: null }))).toEqual({ name: 'open' });
  });

  test('calls the next when nobody is in hand', () => {
    expect(offered(view())).toEqual({ name: 'call-next', finish: null });
  });

  test('starts the service of who was called, where the hall presses start', () => {
    expect(offered(view({ ticket: ticket('A012', 'called') }))).toEqual({ name: 'start' });
  });

  test('finishes and calls the next, where the hall does not press start', () => {
    const base = view({ ticket: ticket('A012', 'called') });
    const seen = { ...base, rules: { ...base.rules, pressesStart: false } };
    expect(offered(seen)).toEqual({ name: 'call-next', finish: 'done' });
  });

  test('finishes with the hall’s default outcome, or with the one the clerk chose', () => {
    const seen = view({ ticket: ticket('A012', 'serving') });
    expect(offered(seen)).toEqual({ name: 'call-next', finish: 'done' });
    expect(offered(seen, wang, 'refused')).toEqual({ name: 'call-next', finish: 'refused' });
  });

  test('resumes a paused counter, also with a ticket in hand', () => {
    const pause = { reason: 'away', name: {}, sentence: {}, since: 0 };
    expect(offered(view({ state: 'paused', pause, ticket: ticket('A012', 'serving') }))).toEqual({
      name: 'resume',
    });
  });

  test('is none at a counter that another clerk holds', () => {
    const seen = view({ clerk: { id: 'li', name: '李强', staffNumber: null } });
    expect(offered(seen)).toBeNull();
    expect(possible(situationOf(seen, wang), true).size).toBe(0);
  });

  test('is there for a hall manager who helps at that counter', () => {
    const boss = { ...wang, id: 'boss', role: 'hall-manager' as const };
    expect(offered(view(), boss)).toEqual({ name: 'call-next', finish: null });
    expect(helpedClerk(view(), boss)).toBe('王敏');
    expect(helpedClerk(view(), wang)).toBeNull();
    expect(helpedClerk(view(), { ...wang, id: 'li' })).toBeNull();
  });
});

describe('what else can be done', () => {
  test('no-show is for who was called and has not come', () => {
    expect(possible(situationOf(view({ ticket: ticket('A012', 'called') }), wang), true)).toContain(
      'no-show',
    );
    expect(possible(situationOf(view({ ticket: ticket('A012', 'serving') }), wang), true)).not.toContain(
      'no-show',
    );
    expect(possible(situationOf(view({ ticket: ticket('A012', 'serving') }), wang), false)).toContain(
      'no-show',
    );
  });

  test('a counter with a ticket in hand cannot be closed or paused', () => {
    expect(possible(situationOf(view(), wang), true)).toContain('close');
    expect(possible(situationOf(view({ ticket: ticket('A012', 'serving') }), wang), true)).not.toContain(
      'close',
    );
  });

  test('a customer in hand can be sent on, set aside and given another service; nobody else can be served then', () => {
    for (const status of ['called', 'serving'] as const) {
      const can = possible(situationOf(view({ ticket: ticket('A012', status) }), wang), true);
      for (const move of ['transfer', 'park', 'change-service', 'add-service', 'reprint', 'pause'] as const)
        expect(can).toContain(move);
      for (const move of ['call', 'walk-in', 'resume-ticket', 'undo'] as const)
        expect(can).not.toContain(move);
    }
  });

  test('a missed number can be returned while somebody is served', () => {
    expect(possible(situationOf(view({ ticket: ticket('A012', 'serving') }), wang), true)).toContain(
      'return',
    );
  });
});

/** What the hub is asked for by each; null: nothing of the day's. */
const ASKS: Readonly<Record<Secondary, Command['type'] | null>> = {
  call: 'call-number',
  'walk-in': 'walk-in',
  'resume-ticket': 'resume-ticket',
  return: 'return',
  pause: 'pause-counter',
  close: 'close-counter',
  help: null,
  undo: 'undo',
  recall: 'recall',
  'no-show': 'no-show',
  finish: 'finish',
  outcome: 'finish',
  transfer: 'transfer',
  park: 'park',
  'change-service': 'change-service',
  'add-service': 'plan-service',
  priority: 'change-priority',
  reprint: 'reprint',
};

describe('in an emergency', () => {
  const day = emptyDay('2026-11-21');
  day.emergency = { id: 'e', kind: 'evacuation', text: {}, since: NOW };
  /** Whether the hub does it while queues are held. */
  const goesOn = (each: Secondary): boolean => {
    const type = ASKS[each];
    try {
      if (type) mayGoOn(day, { type } as Command);
      return true;
    } catch {
      return false;
    }
  };
  const situations = [
    view(),
    view({ ticket: ticket('A012', 'called') }),
    view({ ticket: ticket('A012', 'serving') }),
    view({ state: 'paused' }),
  ].map((seen) => situationOf(seen, wang));

  test.each([true, false])(
    'exactly that is enabled which the hub would do (start pressed: %s)',
    (presses) => {
      for (const situation of situations) {
        const usually = [...possible(situation, presses, true)];
        expect([...possible(situation, presses, true, true)]).toEqual(usually.filter(goesOn));
      }
      const all = situations.flatMap((situation) => [...possible(situation, presses, true)]);
      expect(all.filter((each) => !goesOn(each)).length).toBeGreaterThan(0);
    },
  );

  test('the primary action starts and finishes, and calls nobody', () => {
    const [idle, called, serving] = situations;
    if (!idle || !called || !serving) throw new Error('three situations');
    expect(primaryOf(called, true, 'done', true)).toEqual({ name: 'start' });
    expect(primaryOf(called, false, 'done', true)).toEqual({ name: 'finish', outcome: 'done' });
    expect(primaryOf(serving, true, 'refused', true)).toEqual({ name: 'finish', outcome: 'refused' });
    // Shown and not enabled: it says why.
    expect(primaryOf(idle, true, 'done', true)).toEqual({ name: 'call-next', finish: null });
  });
});

describe('a request', () => {
  test('about the ticket in hand carries its turn', () => {
    const seen = view({ ticket: ticket('A012', 'serving') });
    expect(requestOf({ name: 'call-next', finish: 'done' }, seen)).toEqual({
      path: '/api/counters/counter-3/call-next',
      body: { finish: { outcome: 'done' }, turnId: 'turn-A012' },
    });
    expect(requestOf({ name: 'finish', outcome: 'accepted' }, seen).body).toEqual({
      outcome: 'accepted',
      turnId: 'turn-A012',
    });
    expect(requestOf({ name: 'recall' }, seen).body).toEqual({ turnId: 'turn-A012' });
  });

  test('about sending on names where to, and what was chosen beside it', () => {
    const seen = view({ ticket: ticket('A012', 'serving') });
    const [counter, service] = [directory.counters[0], directory.services[1]];
    if (!counter || !service) throw new Error('the directory is empty');
    const transfer = { name: 'transfer', place: 'next', back: true } as const;
    expect(requestOf({ ...transfer, to: { kind: 'counter', counter } }, seen).body).toEqual({
      counterId: 'counter-1',
      place: 'next',
      back: true,
      turnId: 'turn-A012',
    });
    expect(requestOf({ ...transfer, back: false, to: { kind: 'service', service } }, seen).body).toEqual({
      serviceId: 'pension',
      place: 'next',
      turnId: 'turn-A012',
    });
    expect(requestOf({ name: 'park', reason: 'fetching', minutes: null }, seen).body).toEqual({
      reason: 'fetching',
      turnId: 'turn-A012',
    });
  });

  test('to take back names the turn that would be, and a slip its ticket', () => {
    const undo = { turnId: 'turn-A011', number: 'A011', was: 'finished', until: NOW } as const;
    expect(requestOf({ name: 'undo' }, view({ undo }))).toEqual({
      path: '/api/counters/counter-3/undo',
      body: { turnId: 'turn-A011' },
    });
    const seen = view({ ticket: ticket('A012', 'serving') });
    expect(requestOf({ name: 'reprint' }, seen)).toEqual({
      path: '/api/tickets/ticket-A012/reprint',
      body: {},
    });
  });

  test('to change counters goes to the new one, and says what becomes of the customer', () => {
    const seen = view({ ticket: ticket('A012', 'serving') });
    const to = { id: 'counter-5', number: 5 };
    const change = (leaving: Leaving | null, at = seen, details = {}) =>
      requestOf({ name: 'change', to, leaving }, at, details);
    expect(change({ how: 'carry' })).toEqual({
      path: '/api/counters/counter-5/open',
      body: { leave: 'carry', turnId: 'turn-A012' },
    });
    expect(change({ how: 'park', reason: 'fetching' }).body).toEqual({
      leave: 'park',
      reason: 'fetching',
      turnId: 'turn-A012',
    });
    const refused = { how: 'finish', outcome: 'refused' } as const;
    expect(change(refused, seen, { reason: 'conditions-not-met', note: ' ' }).body).toEqual({
      leave: 'finish',
      outcome: 'refused',
      reason: 'conditions-not-met',
      turnId: 'turn-A012',
    });
    expect(change(null, view()).body).toEqual({});
  });

  test('about another number does not claim the turn in hand', () => {
    const seen = view({ ticket: ticket('A012', 'serving') });
    expect(requestOf({ name: 'return', number: 'A009' }, seen).body).toEqual({ number: 'A009' });
  });

  test('without a ticket in hand carries none', () => {
    expect(requestOf({ name: 'call-next', finish: null }, view()).body).toEqual({});
    expect(requestOf({ name: 'pause', reason: 'meal' }, view()).body).toEqual({ reason: 'meal' });
  });
});

describe('the meaning of the primary action', () => {
  const meaning = (seen: ReturnType<typeof view>, outcome = seen.rules.defaultOutcome) =>
    meaningOf(offered(seen, wang, outcome), seen);

  test('changes with the turn, although the words stay the same', () => {
    expect(meaning(view({ ticket: ticket('A012', 'serving') }))).not.toBe(
      meaning(view({ ticket: ticket('A013', 'serving') })),
    );
  });

  test('stays while only the queue or the chosen outcome changes', () => {
    const seen = view({ ticket: ticket('A012', 'serving') });
    expect(meaning({ ...seen, waiting: 99, next: [] })).toBe(meaning(seen));
    expect(meaning(seen, 'refused')).toBe(meaning(seen));
  });
});

describe('a snapshot', () => {
  test('that takes the counter away says how', () => {
    const closed = view({ state: 'closed', clerk: null });
    const taken = view({ clerk: { id: 'li', name: '李强', staffNumber: null } });
    expect(lostTo(view(), closed, wang)).toBe('closed');
    expect(lostTo(view(), taken, wang)).toBe('taken');
    expect(lostTo(null, closed, wang)).toBeNull();
    expect(lostTo(closed, view(), wang)).toBeNull();
    expect(lostTo(view(), view({ state: 'paused' }), wang)).toBeNull();
  });

  test('shows the answer of a command before the hub’s own comes', () => {
    expect(withAnswer(view(), ticket('A013', 'called')).ticket?.number).toBe('A013');
    const serving = view({ ticket: ticket('A012', 'serving') });
    expect(withAnswer(serving, ticket('A012', 'ended')).ticket).toBeNull();
  });
});
