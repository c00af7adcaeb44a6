import { ApiError } from '@jiaohao/shared/client/api.ts';
import { describe, expect, it } from 'vitest';
import { MOST_SERVICES } from '../../kiosk/src/kiosk/kiosk-actions.ts';
import { kiosk, menu, ticket } from './support/kiosk.ts';

function choosing(answer?: () => Promise<unknown>) {
  const sent: unknown[] = [];
  const made = kiosk(async (_path, body) => {
    sent.push(body);
    return answer ? answer() : { ticket: ticket({ state: 'queued', copy: 0 }) };
  });
  made.state.menu.value = menu();
  made.actions.several();
  return { ...made, sent, chosen: () => made.state.basket.value };
}

describe('several services on one number', () => {
  it('are taken in the order they were touched; touched again one goes out', async () => {
    const { actions, chosen, sent, state } = choosing();
    for (const id of ['b', 'q', 'a', 'q']) actions.choose(id);
    expect(chosen()).toEqual(['b', 'a']);
    await actions.takeSeveral();
    expect(sent).toEqual([{ serviceIds: ['b', 'a'], language: 'zh-CN' }]);
    expect(state.screen.value.at).toBe('result');
    expect(chosen()).toBeNull();
  });

  it('are one service like any other where only one was chosen, and no number where none was', async () => {
    const { actions, sent } = choosing();
    await actions.takeSeveral();
    actions.choose('a');
    await actions.takeSeveral();
    expect(sent).toEqual([{ serviceId: 'a', language: 'zh-CN' }]);
  });

  it(`are ${MOST_SERVICES} at most`, () => {
    const { actions, chosen } = choosing();
    for (let n = 0; n < 8; n++) actions.choose(`s${n}`);
    expect(chosen()).toHaveLength(MOST_SERVICES);
  });

  it('stay chosen when the hub refuses one of them, and are gone with the person', async () => {
    const { actions, chosen, state } = choosing(async () => {
      throw new ApiError('service-closed', 409, '');
    });
    actions.choose('a');
    actions.choose('b');
    await actions.takeSeveral();
    expect(state.dialog.value).toMatchObject({ kind: 'sorry', wish: { serviceIds: ['a', 'b'] } });
    expect(chosen()).toEqual(['a', 'b']);
    expect(state.isIdle.value).toBe(false);
    actions.reset();
    expect(chosen()).toBeNull();
    expect(state.isIdle.value).toBe(true);
  });

  it('hold the same number when the answer was lost and they are asked for again', async () => {
    let lost = true;
    const { actions, state } = choosing(async () => {
      if (!lost) return { ticket: ticket({ state: 'queued', copy: 0 }) };
      lost = false;
      throw new ApiError('unreachable', 0, '');
    });
    actions.choose('a');
    actions.choose('b');
    await actions.takeSeveral();
    expect(state.dialog.value).toMatchObject({ kind: 'sorry', code: 'unreachable' });
    await actions.takeSeveral();
    expect(state.screen.value.at).toBe('result');
  });
});
