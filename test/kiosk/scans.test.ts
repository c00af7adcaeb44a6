import { ApiError } from '@jiaohao/shared/client/api.ts';
import { kioskExtras } from '@jiaohao/shared/i18n/zh-CN/kiosk-extras.ts';
import { describe, expect, it } from 'vitest';
import { createScans } from '../../kiosk/src/kiosk/scans.ts';
import { standingOf } from '../../kiosk/src/kiosk/standing.ts';
import { kiosk, menu, ticket } from './support/kiosk.ts';

const CARD = '11010519491231002X';
const held = ticket({ state: 'printed', copy: 0 }, { code: 'JH:20261121:A001' });
const answer = { ticket: held, counter: null, serviceDay: '2026-11-21', missedRule: {} };

function scanner(post: (path: string, body?: unknown) => Promise<unknown>) {
  const made = kiosk(post);
  const scan = createScans(made.state, made.actions, made.api);
  return {
    ...made,
    async scan(text: string): Promise<void> {
      scan(text);
      await settle();
    },
  };
}
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('a code before the kiosk’s scanner', () => {
  it('of a slip shows where its ticket stands, and prints it again with the code as proof', async () => {
    const sent: unknown[] = [];
    const { state, actions, scan } = scanner(async (path, body) => {
      sent.push([path, body]);
      return path === '/api/scan' ? answer : { ticket: { ...held, print: { state: 'queued', copy: 1 } } };
    });
    await scan('JH:20261121:A001');
    expect(state.screen.value.at).toBe('slip');
    await actions.reprintSlip();
    expect(state.screen.value.at).toBe('result');
    expect(sent).toEqual([
      ['/api/scan', { code: 'JH:20261121:A001' }],
      ['/api/tickets/t1/reprint', { code: 'JH:20261121:A001' }],
    ]);
  });

  it('that leads nowhere says why', async () => {
    const why = async (answered: () => unknown) => {
      const { state, scan } = scanner(async () => answered());
      await scan('JH:20261121:A001');
      return state.dialog.value;
    };
    const fail = (code: 'unknown-ticket' | 'unreachable') => () => {
      throw new ApiError(code, 404, '');
    };
    expect(await why(fail('unknown-ticket'))).toEqual({ kind: 'unread', why: 'unknown' });
    expect(await why(fail('unreachable'))).toEqual({ kind: 'unread', why: 'unreachable' });
    expect(await why(() => ({ ...answer, ticket: null }))).toEqual({ kind: 'unread', why: 'over' });
  });

  it('of an identity card is neither sent nor shown, and gone with the person', async () => {
    const sent: unknown[] = [];
    const { state, actions, scan } = scanner(async (...what) => sent.push(what));
    state.menu.value = menu();
    await scan(CARD);
    // Nobody asks for it here: it is not even held.
    expect(state.holder.value).toBeNull();
    state.menu.value = { ...menu(), holder: { kinds: ['id'] } };
    await scan(CARD);
    expect(sent).toEqual([]);
    expect(state.dialog.value).toBeNull();
    expect(state.holder.value).toBe(CARD);
    actions.reset();
    expect(state.holder.value).toBeNull();
  });

  it('waits while a number is on its way, and while the staff’s menu is open', async () => {
    const { state, scan } = scanner(async () => answer);
    state.staff.value = true;
    await scan('JH:20261121:A001');
    state.staff.value = false;
    state.wishing.value = 'a';
    await scan('JH:20261121:A001');
    expect(state.screen.value.at).toBe('home');
  });
});

describe('where a scanned ticket stands', () => {
  const t = kioskExtras.slip;
  it.each([
    ['waiting', null, undefined, true],
    ['called', 7, '请到 7 号窗口办理', true],
    ['missed', null, t.missed, true],
  ] as const)('%s', (status, counter, words, live) => {
    const standing = standingOf({ ...answer, counter, ticket: { ...held, status, ahead: 5 } }, t);
    expect(standing).toMatchObject({ words: words ?? t.waiting({ count: 5 }), live });
  });

  it('over: no slip comes out for someone who has left', () => {
    for (const ending of ['served', 'cancelled', 'expired'] as const) {
      const standing = standingOf({ ...answer, ticket: { ...held, status: 'ended', ending } }, t);
      expect(standing.live).toBe(false);
    }
  });
});
