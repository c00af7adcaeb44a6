import { describe, expect, test } from 'vitest';
import { type Leaving, possible } from '../../counter-display/src/counter/commands.ts';
import { enterChooses, matching } from '../../counter-display/src/counter/counter-choice.ts';
import type { Digit, Stroke } from '../../counter-display/src/counter/keys.ts';
import { moveAt, SLOTS } from '../../counter-display/src/counter/moves.ts';
import { wishOf } from '../../counter-display/src/counter/page-keys.ts';
import type { ChangeEntry, Panel } from '../../counter-display/src/counter/panel.ts';
import { panelWish } from '../../counter-display/src/counter/panel-keys.ts';
import { pauseRows } from '../../counter-display/src/counter/pause-rows.ts';
import { priorityRows } from '../../counter-display/src/counter/priority-rows.ts';
import { emptyRelief } from '../../counter-display/src/counter/relief-entry.ts';
import { situationOf } from '../../counter-display/src/counter/situation.ts';
import { directory, ticket, view, wang } from './support/views.ts';

const digit = (d: Digit): Stroke => ({ kind: 'digit', digit: d });

function desk(seen = view()) {
  return {
    view: seen,
    hall: directory,
    helps: false,
    can: possible(situationOf(seen, wang), seen.rules.pressesStart),
    outcome: 'done' as const,
  };
}

const idle = desk();
const called = desk(view({ ticket: ticket('A012', 'called') }));
const serving = desk(view({ ticket: ticket('A012', 'serving') }));
const paused = desk(view({ state: 'paused' }));

describe('a key on the page', () => {
  test('Enter is the green button, always', () => {
    for (const state of [idle, called, serving, paused]) {
      expect(wishOf({ kind: 'enter' }, state)).toEqual({ kind: 'primary' });
    }
  });

  test('does nothing where it has nothing to do', () => {
    expect(wishOf({ kind: 'multiply' }, idle)).toBeNull();
    expect(wishOf({ kind: 'decimal' }, called)).toBeNull();
    expect(wishOf(digit('9'), serving)).toBeNull();
    expect(wishOf(digit('1'), idle)).toBeNull();
    expect(wishOf({ kind: 'letter', letter: 'A' }, idle)).toBeNull();
  });

  test('recalls, ends and misses the customer in hand', () => {
    expect(wishOf({ kind: 'multiply' }, called)).toEqual({ kind: 'command', command: { name: 'recall' } });
    expect(wishOf(digit('9'), called)).toEqual({ kind: 'command', command: { name: 'no-show' } });
    expect(wishOf({ kind: 'decimal' }, { ...serving, outcome: 'accepted' })).toEqual({
      kind: 'command',
      command: { name: 'finish', outcome: 'accepted' },
    });
  });

  test('a digit chooses the outcome while somebody is served', () => {
    expect(wishOf(digit('4'), serving)).toEqual({ kind: 'outcome', outcome: 'refused' });
  });

  test('that has two meanings takes the one that is possible', () => {
    const panelOf = (stroke: Stroke, at: ReturnType<typeof desk>) => {
      const wish = wishOf(stroke, at);
      return wish?.kind === 'panel' ? wish.panel : wish;
    };
    expect(panelOf({ kind: 'subtract' }, serving)).toMatchObject({ kind: 'park' });
    expect(panelOf({ kind: 'subtract' }, idle)).toBeNull();
    expect(panelOf({ kind: 'add' }, idle)).toMatchObject({ kind: 'number', entry: { purpose: 'call' } });
    expect(panelOf({ kind: 'add' }, serving)).toMatchObject({ entry: { purpose: 'add-service' } });
    expect(panelOf(digit('6'), idle)).toMatchObject({ entry: { purpose: 'walk-in' } });
    expect(panelOf(digit('6'), called)).toMatchObject({ entry: { purpose: 'change-service' } });
    expect(panelOf(digit('8'), idle)).toMatchObject({ entry: { purpose: 'resume' } });
    expect(panelOf(digit('8'), serving)).toEqual({ kind: 'command', command: { name: 'reprint' } });
  });

  test('takes back the last finish while that is possible, and parks nobody who is not there', () => {
    const undo = { kind: 'command', command: { name: 'undo' } };
    const undoable = { ...idle, can: possible({ kind: 'idle' }, true, true) };
    expect(wishOf({ kind: 'subtract' }, undoable)).toEqual(undo);
    expect(wishOf({ kind: 'backspace' }, undoable)).toEqual(undo);
    expect(wishOf({ kind: 'backspace' }, idle)).toBeNull();
    expect(wishOf({ kind: 'backspace' }, serving)).toBeNull();
  });

  test('of the upper row is the same move as on the numpad', () => {
    for (const [number, numpad, at] of [
      [4, digit('6'), serving],
      [6, digit('8'), serving],
      [7, digit('6'), idle],
      [8, digit('8'), idle],
      [9, digit('0'), idle],
    ] as const) {
      expect(wishOf({ kind: 'function', number }, at)).toEqual(wishOf(numpad, at));
    }
    expect(wishOf({ kind: 'function', number: 1 }, paused)).toEqual({
      kind: 'command',
      command: { name: 'help' },
    });
    expect(wishOf({ kind: 'function', number: 6 }, idle)).toBeNull();
  });
});

describe('the pause panel', () => {
  test('takes the reason by its number', () => {
    expect(panelWish({ kind: 'pause' }, digit('2'), idle)).toEqual({
      kind: 'command',
      command: { name: 'pause', reason: 'meal' },
    });
    expect(panelWish({ kind: 'pause' }, digit('8'), idle)).toBeNull();
  });

  test('offers to close the counter only with nobody in hand, and so lets the numpad close it', () => {
    const rows = (at: typeof idle) => pauseRows({ kind: 'pause' }, at).map(({ id }) => id);
    expect(rows(idle)).toEqual(['away', 'meal', 'close']);
    expect(rows(serving)).not.toContain('close');
    expect(wishOf(digit('0'), paused)).toEqual({ kind: 'panel', panel: { kind: 'pause' } });
    expect(rows(paused)).toEqual(['close']);
  });

  test('sets the customer in hand aside first, and asks why where that is open', () => {
    const parking = (parkReasons: { id: string; name: Record<string, string> }[]) => {
      const seen = serving.view;
      return panelWish({ kind: 'pause' }, digit('2'), {
        ...serving,
        view: { ...seen, rules: { ...seen.rules, parkReasons } },
      });
    };
    const [fetching, meal] = [
      { id: 'fetching', name: {} },
      { id: 'meal', name: {} },
    ];
    expect(parking([fetching])).toEqual({
      kind: 'command',
      command: { name: 'pause', reason: 'meal', parking: 'fetching' },
    });
    expect(parking([fetching, meal])).toEqual({
      kind: 'command',
      command: { name: 'pause', reason: 'meal', parking: 'meal' },
    });
    const open = parking([fetching, { id: 'filling-in', name: {} }]);
    expect(open).toEqual({ kind: 'panel', panel: { kind: 'pause', reason: 'meal' } });
    expect(panelWish({ kind: 'pause', reason: 'meal' }, digit('1'), serving)).toEqual({
      kind: 'command',
      command: { name: 'pause', reason: 'meal', parking: 'fetching' },
    });
  });

  test('Enter presses nothing in it, and minus leaves it', () => {
    expect(panelWish({ kind: 'pause' }, { kind: 'enter' }, idle)).toBeNull();
    expect(panelWish({ kind: 'pause' }, { kind: 'subtract' }, idle)).toEqual({ kind: 'panel', panel: null });
  });
});

describe('the panel of services', () => {
  const adding = { kind: 'service', entry: { purpose: 'add-service', typed: '2' } } as const;

  test('adds a service, and takes off one that was added', () => {
    const service = { id: 'pension', name: { 'zh-CN': 'pension', en: 'pension' } };
    expect(panelWish(adding, { kind: 'enter' }, serving)).toEqual({
      kind: 'command',
      command: { name: 'add-service', service },
    });
    const inHand = ticket('A012', 'serving');
    const [turn] = inHand.turns;
    if (!turn) throw new Error('a ticket has a turn');
    const planned = { ...turn, id: 'turn-2', serviceId: 'pension', state: 'planned' as const };
    const seen = view({ ticket: { ...inHand, turns: [turn, planned] } });
    expect(panelWish(adding, { kind: 'enter' }, desk(seen))).toEqual({
      kind: 'command',
      command: { name: 'drop-service', service, plannedTurnId: 'turn-2' },
    });
  });
});

describe('the panel of priority classes', () => {
  const classes = [
    { id: 'elderly', name: {} },
    { id: 'disabled', name: {} },
    { id: 'granted', name: {}, givenBy: 'hall-manager' },
  ];
  const reasons = [
    { id: 'document-shown', when: 'given' as const, name: {} },
    { id: 'no-document', when: 'taken-back' as const, name: {} },
    { id: 'mistaken', when: 'taken-back' as const, name: {} },
  ];
  const rules = { ...view().rules, priorityClasses: classes, priorityReasons: reasons };
  const elderly = desk(view({ rules, ticket: ticket('A012', 'called', { priority: 'elderly' }) }));
  const opened = { kind: 'priority', entry: { waits: false } } as const;
  const chosen = (priority: string | null, waits = false): Panel => ({
    kind: 'priority',
    entry: { choice: { priority }, waits },
  });

  test('offers to take the class back first, and to a clerk none that only the hall manager gives', () => {
    const rows = (at: ReturnType<typeof desk>) => priorityRows(opened, at).map(({ id }) => id);
    expect(rows(elderly)).toEqual(['none', 'disabled']);
    expect(rows({ ...elderly, helps: true })).toEqual(['none', 'disabled', 'granted']);
    expect(rows(desk(view({ rules, ticket: ticket('A012', 'called') })))).toEqual(['elderly', 'disabled']);
  });

  test('asks for the reason that fits, and whether who loses the class goes back into line', () => {
    const backInLine = panelWish(opened, digit('1'), elderly);
    expect(backInLine).toEqual({ kind: 'panel', panel: chosen(null) });
    expect(panelWish(chosen(null), { kind: 'multiply' }, elderly)).toEqual({
      kind: 'panel',
      panel: chosen(null, true),
    });
    expect(panelWish(chosen(null, true), digit('2'), elderly)).toEqual({
      kind: 'command',
      command: { name: 'priority', priority: null, reason: 'mistaken', waits: true },
    });
    expect(panelWish(chosen('disabled'), { kind: 'multiply' }, elderly)).toBeNull();
    expect(panelWish(chosen('disabled'), digit('1'), elderly)).toEqual({
      kind: 'command',
      command: { name: 'priority', priority: 'disabled', reason: 'document-shown', waits: false },
    });
    expect(panelWish(chosen('disabled'), digit('2'), elderly)).toBeNull();
  });

  test('minus goes back to the classes, Escape closes', () => {
    expect(panelWish(chosen(null), { kind: 'subtract' }, elderly)).toEqual({ kind: 'panel', panel: opened });
    expect(panelWish(chosen(null), { kind: 'escape' }, elderly)).toEqual({ kind: 'panel', panel: null });
    expect(panelWish(opened, { kind: 'subtract' }, elderly)).toEqual({ kind: 'panel', panel: null });
  });
});

describe('choosing a counter', () => {
  const counters = [1, 2, 10, 11].map((number) => ({
    id: `counter-${number}`,
    number,
    state: number === 2 ? ('open' as const) : ('closed' as const),
    clerkId: number === 2 ? 'li' : null,
    clerkName: number === 2 ? '李强' : null,
    services: [],
  }));

  test('by its number', () => {
    expect(matching(counters, '1').map((counter) => counter.number)).toEqual([1, 10, 11]);
    expect(enterChooses(counters, '1', null, 'wang')?.id).toBe('counter-1');
    expect(enterChooses(counters, '7', null, 'wang')).toBeNull();
  });

  test('Enter alone takes the last one used on this machine, unless somebody is there', () => {
    expect(enterChooses(counters, '', 'counter-10', 'wang')?.id).toBe('counter-10');
    expect(enterChooses(counters, '', 'counter-2', 'wang')).toBeNull();
    expect(enterChooses(counters, '', null, 'wang')).toBeNull();
  });

  test('who holds one goes back to it with Enter alone', () => {
    expect(enterChooses(counters, '', 'counter-10', 'li')?.id).toBe('counter-2');
    expect(enterChooses(counters, '1', null, 'li')?.id).toBe('counter-1');
  });
});

describe('going over to another counter', () => {
  const to = directory.counters.find(({ number }) => number === 5)!;
  const at = (step: ChangeEntry['step']): Panel => ({ kind: 'change', entry: { to, step } });
  const enter: Stroke = { kind: 'enter' };
  const change = (leaving: Leaving | null) => ({ kind: 'command', command: { name: 'change', to, leaving } });

  test('with nobody in hand Enter says yes, and minus no', () => {
    expect(panelWish(at('ask'), enter, idle)).toEqual(change(null));
    expect(panelWish(at('ask'), digit('1'), idle)).toBeNull();
    expect(panelWish(at('ask'), { kind: 'subtract' }, idle)).toEqual({ kind: 'panel', panel: null });
  });

  test('with somebody in hand a digit says what becomes of them, and Enter alone nothing', () => {
    expect(panelWish(at('ask'), enter, serving)).toBeNull();
    expect(panelWish(at('ask'), digit('1'), serving)).toEqual({ kind: 'panel', panel: at('finish') });
    // The hall has one reason for parking: it is not asked for.
    expect(panelWish(at('ask'), digit('2'), serving)).toEqual(change({ how: 'park', reason: 'fetching' }));
    expect(panelWish(at('ask'), digit('3'), serving)).toEqual(change({ how: 'carry' }));
  });

  test('asks for the reason of parking where there are several', () => {
    const rules = {
      ...serving.view.rules,
      parkReasons: [...serving.view.rules.parkReasons, { id: 'copying', name: {} }],
    };
    const several = desk({ ...serving.view, rules });
    expect(panelWish(at('ask'), digit('2'), several)).toEqual({ kind: 'panel', panel: at('park') });
    expect(panelWish(at('park'), digit('2'), several)).toEqual(change({ how: 'park', reason: 'copying' }));
  });

  test('finishes with the outcome that is chosen, and asks what goes with it', () => {
    expect(panelWish(at('finish'), digit('2'), serving)).toEqual({ kind: 'outcome', outcome: 'accepted' });
    expect(panelWish(at('finish'), enter, { ...serving, outcome: 'accepted' })).toEqual(
      change({ how: 'finish', outcome: 'accepted' }),
    );
    const refused = { ...serving, outcome: 'refused' as const };
    expect(panelWish(at('finish'), enter, refused)).toEqual({ kind: 'panel', panel: at('details') });
    expect(panelWish(at('details'), { kind: 'add' }, refused)).toEqual({ kind: 'note' });
    expect(panelWish(at('details'), enter, refused)).toEqual(change({ how: 'finish', outcome: 'refused' }));
    expect(panelWish(at('details'), { kind: 'subtract' }, refused)).toEqual({
      kind: 'panel',
      panel: at('finish'),
    });
  });

  test('does not finish who has not come, nor call anybody again in an emergency', () => {
    expect(panelWish(at('ask'), digit('1'), called)).toBeNull();
    expect(panelWish(at('ask'), digit('3'), called)).toEqual(change({ how: 'carry' }));
    const emergency = { id: 'e', kind: 'evacuation', text: {}, since: 0 };
    const held = (status: 'called' | 'serving') => desk(view({ ticket: ticket('A012', status), emergency }));
    expect(panelWish(at('ask'), digit('3'), held('called'))).toBeNull();
    expect(panelWish(at('ask'), digit('3'), held('serving'))).toEqual(change({ how: 'carry' }));
  });
});

test('in an emergency a key keeps the name that it has with or without a customer, and does nothing', () => {
  const plus = SLOTS.find(({ kbd }) => kbd === '+')!;
  const named = ({ view: seen }: ReturnType<typeof desk>) => {
    const can = (held: boolean) => possible(situationOf(seen, wang), true, false, held);
    return moveAt(plus, can(true), can(false));
  };
  expect(named(serving)).toEqual({ move: 'add-service', possible: false });
  expect(named(idle)).toEqual({ move: 'call', possible: false });
});

test('the slash of the pause panel leads to another counter, whoever is in hand', () => {
  for (const state of [idle, serving, paused])
    expect(panelWish({ kind: 'pause' }, { kind: 'divide' }, state)).toEqual({ kind: 'other-counter' });
});

test('the star of the pause panel leads to a colleague who takes over', () => {
  for (const state of [idle, serving, paused])
    expect(panelWish({ kind: 'pause' }, { kind: 'multiply' }, state)).toEqual({
      kind: 'panel',
      panel: { kind: 'relief', entry: emptyRelief },
    });
});
