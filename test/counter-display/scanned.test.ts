import type { ScanAnswer } from '@jiaohao/shared/contract/scan.ts';
import type { TurnState } from '@jiaohao/shared/contract/ticket.ts';
import { counter } from '@jiaohao/shared/i18n/zh-CN/counter.ts';
import { describe, expect, test } from 'vitest';
import { possible } from '../../counter-display/src/counter/commands.ts';
import { moveForScan } from '../../counter-display/src/counter/scanned.ts';
import { situationOf } from '../../counter-display/src/counter/situation.ts';
import { ticket, view, wang } from './support/views.ts';

function at(seen = view()) {
  const can = possible(situationOf(seen, wang), seen.rules.pressesStart);
  return { view: seen, can, t: counter.scan };
}
const slip = (status: TurnState, more: Partial<ScanAnswer> = {}): ScanAnswer => ({
  ticket: ticket('A012', status, { ahead: 3 }),
  counter: null,
  serviceDay: '2026-11-21',
  missedRule: {},
  ...more,
});

describe('a slip before the counter’s scanner', () => {
  test('of who missed the call goes back in line at once, whoever is in hand', () => {
    const back = { kind: 'wish', wish: { kind: 'command', command: { name: 'return', number: 'A012' } } };
    expect(moveForScan(slip('missed'), at())).toEqual(back);
    expect(moveForScan(slip('missed'), at(view({ ticket: ticket('A001', 'serving') })))).toEqual(back);
  });

  test('of who still waits is laid ready, for calling it passes others over', () => {
    expect(moveForScan(slip('waiting'), at())).toMatchObject({
      kind: 'wish',
      wish: { kind: 'panel', panel: { kind: 'number', entry: { purpose: 'call', typed: 'A012' } } },
    });
  });

  test('does nothing but say how it stands where there is nothing to do', () => {
    const closed = at(view({ state: 'closed' }));
    const busy = at(view({ ticket: ticket('A001', 'serving') }));
    const said = (answer: ScanAnswer, where = at()) => {
      const move = moveForScan(answer, where);
      return move.kind === 'say' ? move.words : move;
    };
    expect(said(slip('missed'), closed)).toMatch(/A012.*开放窗口/);
    expect(said(slip('waiting'), busy)).toMatch(/A012.*3 人/);
    expect(said(slip('serving', { counter: 7 }))).toMatch(/7 号窗口/);
    expect(said(slip('ended'))).toMatch(/结束/);
    expect(said(slip('waiting', { ticket: null, serviceDay: '2026-11-20' }))).toMatch(/2026-11-20/);
    expect(said(slip('called'), at(view({ ticket: ticket('A012', 'called') })))).toMatch(/本窗口/);
  });
});
