import type { GuideView } from '@jiaohao/shared/contract/guide.ts';
import { describe, expect, test } from 'vitest';
import { requestOf } from '../../counter-display/src/counter/commands.ts';
import {
  chosenCount,
  detailChoices,
  detailsSent,
  type FinishDetails,
  prints,
} from '../../counter-display/src/counter/finish-details.ts';
import type { Digit, Stroke } from '../../counter-display/src/counter/keys.ts';
import { wishOf } from '../../counter-display/src/counter/page-keys.ts';
import { panelWish } from '../../counter-display/src/counter/panel-keys.ts';
import { ticket, view } from './support/views.ts';

const guide = {
  serviceId: 'social-card',
  materials: [
    { id: 'id-card', name: { en: 'Identity card' }, note: { en: 'original' } },
    { id: 'photo', name: { en: 'Photograph' } },
  ],
  elsewhere: [{ id: 'bank', matter: { en: 'Activation' }, office: { en: 'A bank' } }],
} as unknown as GuideView;
const serving = view({ ticket: ticket('A012', 'serving') });
serving.rules.refusalReasons = [
  { id: 'not-ours', name: { en: 'Not ours' } },
  { id: 'too-late', name: { en: 'Too late' } },
];
const known = { guide, view: serving };
const digit = (d: Digit): Stroke => ({ kind: 'digit', digit: d });
const press = (outcome: 'materials-missing' | 'refused' | 'referred', details: FinishDetails, nth: number) =>
  detailChoices(outcome, details, known)[nth - 1]!.after;

describe('what goes with an outcome', () => {
  test('materials are several, and pressed again taken back', () => {
    const both = press('materials-missing', press('materials-missing', {}, 2), 1);
    expect(both.missing).toEqual(['photo', 'id-card']);
    expect(press('materials-missing', both, 2).missing).toEqual(['id-card']);
    expect(chosenCount(both)).toBe(2);
  });

  test('a reason is one, and another takes its place', () => {
    const first = press('refused', {}, 1);
    expect(first.reason).toBe('not-ours');
    expect(press('refused', first, 2).reason).toBe('too-late');
    expect(press('refused', first, 1).reason).toBeUndefined();
  });

  test('a customer is sent to an office of the guide, or to another service of the counter, not to their own', () => {
    expect(detailChoices('referred', {}, known).map(({ key }) => key)).toEqual([
      'office bank',
      'service pension',
    ]);
    expect(press('referred', {}, 2).referredTo).toEqual({ to: 'service', id: 'pension' });
  });

  test('without a guide there are no materials, and the clerk may still write', () => {
    expect(detailChoices('materials-missing', {}, { ...known, guide: null })).toEqual([]);
    expect(detailsSent('materials-missing', { note: ' a photo ' })).toEqual({ note: 'a photo' });
  });

  test('nothing is sent or printed that does not belong to it', () => {
    const all: FinishDetails = { missing: [], reason: 'not-ours', referredTo: undefined, note: 'x' };
    expect(detailsSent('done', all)).toEqual({});
    expect(detailsSent('referred', all)).toEqual({});
    expect(prints('refused', { note: 'x' })).toBe(false);
    expect(prints('refused', all)).toBe(true);
  });

  test('goes with both ways to finish, and with no other command', () => {
    const details = { missing: ['photo'] };
    const body = (command: Parameters<typeof requestOf>[0]) => requestOf(command, serving, details).body;
    expect(body({ name: 'call-next', finish: 'materials-missing' })).toMatchObject({
      finish: { outcome: 'materials-missing', missing: ['photo'] },
    });
    expect(body({ name: 'finish', outcome: 'materials-missing' })).toMatchObject(details);
    expect(body({ name: 'finish', outcome: 'done' })).not.toHaveProperty('missing');
    expect(body({ name: 'recall' })).not.toHaveProperty('missing');
  });
});

describe('the keys of its panel', () => {
  const choices = detailChoices('materials-missing', {}, known);
  const desk = {
    view: serving,
    hall: null,
    helps: false,
    can: new Set([]),
    outcome: 'materials-missing' as const,
    choices,
  };
  const panel = { kind: 'outcome', outcome: 'materials-missing' } as const;

  test('digits toggle, Enter finishes and calls, the dot only finishes, plus writes, minus goes back', () => {
    expect(panelWish(panel, digit('2'), desk)).toEqual({ kind: 'details', details: { missing: ['photo'] } });
    expect(panelWish(panel, digit('9'), desk)).toBeNull();
    expect(panelWish(panel, { kind: 'enter' }, desk)).toEqual({ kind: 'primary' });
    expect(panelWish(panel, { kind: 'decimal' }, desk)).toEqual({
      kind: 'command',
      command: { name: 'finish', outcome: 'materials-missing' },
    });
    expect(panelWish(panel, { kind: 'add' }, desk)).toEqual({ kind: 'note' });
    expect(panelWish(panel, { kind: 'subtract' }, desk)).toEqual({ kind: 'panel', panel: null });
  });
});

describe('the guide', () => {
  const desk = { view: serving, hall: null, helps: false, can: new Set([]), outcome: 'done' as const };
  const panel = { kind: 'guide', serviceId: 'social-card' } as const;

  test('F3 opens that of the service in hand, else of the counter’s first', () => {
    const f3: Stroke = { kind: 'function', number: 3 };
    expect(wishOf(f3, desk)).toEqual({ kind: 'panel', panel });
    const idle = view();
    const first = { ...panel, serviceId: idle.queues[0]!.serviceId };
    expect(wishOf(f3, { ...desk, view: idle })).toEqual({ kind: 'panel', panel: first });
  });

  test('Enter prints it, the star notes that it was told, digits change the service', () => {
    expect(panelWish(panel, { kind: 'enter' }, desk)).toEqual({
      kind: 'print-guide',
      serviceId: 'social-card',
    });
    expect(panelWish(panel, { kind: 'multiply' }, desk)).toEqual({
      kind: 'tell-guide',
      serviceId: 'social-card',
    });
    expect(panelWish(panel, { kind: 'multiply' }, { ...desk, view: view() })).toBeNull();
    expect(panelWish(panel, digit('2'), desk)).toEqual({
      kind: 'panel',
      panel: { kind: 'guide', serviceId: 'pension' },
    });
  });
});
