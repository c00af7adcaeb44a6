import { ApiError } from '@jiaohao/shared/client/api.ts';
import type { Menu } from '@jiaohao/shared/contract/screens.ts';
import type { Estimate, PrintView } from '@jiaohao/shared/contract/ticket.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { menu, kiosk as standing, ticket } from './support/kiosk.ts';

/** The menu with this wait at each of its services. */
const menuOf = (estimate: Estimate): Menu => {
  const given = menu();
  for (const { services } of given.groups) for (const service of services) service.estimate = estimate;
  return given;
};

function kiosk(answer: Parameters<typeof standing>[0]) {
  const made = standing(answer);
  const pass = (ms: number) => {
    for (let left = ms; left > 0; left -= 250) {
      vi.advanceTimersByTime(Math.min(250, left));
      made.actions.tick();
    }
  };
  return { ...made, pass };
}

const issuing = (print: PrintView) => async () => ({ ticket: ticket(print) });

describe('a kiosk', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('shows the result and goes back to the start by itself once the slip was printed', async () => {
    const { state, actions, pass } = kiosk(issuing({ state: 'queued', copy: 0 }));
    await actions.take('a');
    expect(state.screen.value.at).toBe('result');
    actions.slip({ ticketId: 't1', print: { state: 'printed', copy: 0 } });
    pass(19_000);
    expect(state.screen.value.at).toBe('result');
    pass(1500);
    expect(state.screen.value.at).toBe('home');
    expect(state.ticket.value).toBeNull();
  });

  it('sends the priority class that was chosen with the number, and forgets it with the person', async () => {
    const sent: unknown[] = [];
    const { state, actions } = standing(async (_path, body) => {
      sent.push(body);
      return { ticket: ticket({ state: 'none', copy: 0 }) };
    });
    actions.showPriority();
    expect(state.dialog.value).toEqual({ kind: 'priority' });
    actions.closeDialog();
    state.priority.value = 'elderly';
    expect(state.isIdle.value).toBe(false);
    await actions.take('a');
    actions.reset();
    expect(state.priority.value).toBeNull();
    await actions.take('a');
    expect(sent).toMatchObject([{ serviceId: 'a', priority: 'elderly' }, { serviceId: 'a' }]);
    expect(sent[1]).not.toHaveProperty('priority');
  });

  it('sends with the number which of its guides was read or printed, and forgets them with the person', async () => {
    const sent: unknown[] = [];
    const { state, actions } = standing(async (_path, body) => {
      sent.push(body);
      return { ticket: ticket({ state: 'none', copy: 0 }) };
    });
    const told = [
      { serviceId: 'a', version: '0123456789ab', by: 'screen' as const },
      { serviceId: 'b', version: '0123456789ab', by: 'slip' as const },
    ];
    state.told.value = told;
    await actions.take('a');
    expect(sent).toEqual([{ serviceId: 'a', language: 'zh-CN', told: [told[0]] }]);
    actions.reset();
    await actions.take('b');
    expect(sent[1]).toEqual({ serviceId: 'b', language: 'zh-CN' });
  });

  it('gives a minute to photograph the number when no paper came, however often the printer tries', async () => {
    const { state, actions, pass } = kiosk(issuing({ state: 'queued', copy: 0 }));
    await actions.take('a');
    for (let tries = 0; tries < 11; tries++) {
      actions.slip({ ticketId: 't1', print: { state: 'printing', copy: 0 } });
      pass(1000);
      actions.slip({ ticketId: 't1', print: { state: 'failed', reason: 'paper-out', copy: 0 } });
      pass(4000);
    }
    expect(state.screen.value.at).toBe('result');
    expect(state.paperFailed.value).toBe(true);
    pass(6000);
    expect(state.screen.value.at).toBe('home');
  });

  it('hears of a slip that was printed before the answer came', async () => {
    const { state, actions } = kiosk(async () => {
      actions.slip({ ticketId: 't1', print: { state: 'printed', copy: 0 } });
      return { ticket: ticket({ state: 'queued', copy: 0 }) };
    });
    await actions.take('a');
    expect(state.paper.value).toEqual({ kind: 'take' });
  });

  it('asks before it takes a number whose turn may come after closing time', async () => {
    const { state, actions } = kiosk(issuing({ state: 'queued', copy: 0 }));
    state.menu.value = menuOf({ fromMinutes: 40, toMinutes: 70, fromAt: 0, toAt: 0, afterClosing: true });
    await actions.take('a');
    expect([state.dialog.value, state.ticket.value]).toMatchObject([
      { kind: 'late', wish: { serviceId: 'a' } },
      null,
    ]);
    await actions.issue({ serviceId: 'a' }, true);
    expect(state.ticket.value?.number).toBe('A001');
    expect(state.dialog.value).toBeNull();
  });

  it('asks who it is for where the hall limits numbers, takes a card that was scanned, and keeps neither', async () => {
    const sent: unknown[] = [];
    let refuse: string | null = 'invalid-holder';
    const { state, actions } = kiosk(async (_path, body) => {
      sent.push(body);
      if (refuse === 'invalid-holder') throw new ApiError('invalid-holder', 400, '');
      if (refuse) throw new ApiError('holder-limit', 409, '');
      return { ticket: ticket({ state: 'queued', copy: 0 }) };
    });
    state.menu.value = { ...menu(), holder: { kinds: ['phone', 'id'] } };
    await actions.take('a');
    expect([state.dialog.value?.kind, sent]).toEqual(['holder', []]);
    await actions.issue({ serviceId: 'a', holder: { kind: 'phone', value: '13800138000' } }, true);
    expect(state.dialog.value).toEqual({ kind: 'holder', wish: { serviceId: 'a' }, wrong: true });
    refuse = 'holder-limit';
    actions.holdCard('11010519491231002X');
    await vi.waitFor(() => expect(state.dialog.value?.kind).toBe('sorry'));
    expect(sent.at(-1)).toMatchObject({ holder: { kind: 'id', value: '11010519491231002X' } });
    expect(JSON.stringify([state.dialog.value, state.holder.value])).not.toContain('1101');
    refuse = null;
    actions.holdCard('11010519491231002X');
    await actions.take('a');
    expect([state.ticket.value?.number, state.holder.value]).toEqual(['A001', null]);
  });

  it('ignores news of a slip that it does not show', async () => {
    const { state, actions } = kiosk(issuing({ state: 'queued', copy: 0 }));
    await actions.take('a');
    actions.slip({ ticketId: 'another', print: { state: 'printed', copy: 0 } });
    expect(state.paper.value?.kind).toBe('coming');
  });

  it('forgets the last person’s language, text size, contrast and position', () => {
    const { state, actions, comfort, pass } = kiosk(issuing({ state: 'queued', copy: 0 }));
    comfort.choose('en');
    comfort.largeText.value = true;
    comfort.highContrast.value = true;
    comfort.lowPosition.value = true;
    actions.openGroup('g');
    pass(59_000);
    expect(state.warningSeconds.value).toBeNull();
    pass(2000);
    expect(state.warningSeconds.value).toBeGreaterThan(0);
    pass(15_000);
    expect(state.screen.value.at).toBe('home');
    expect(comfort.isDefault.value).toBe(true);
    expect(comfort.language.value).toBe('zh-CN');
  });

  it('stays with someone who answers that they are still there', () => {
    const { state, actions, pass } = kiosk(issuing({ state: 'queued', copy: 0 }));
    actions.openGroup('g');
    pass(65_000);
    actions.goOn();
    pass(50_000);
    expect(state.screen.value.at).toBe('group');
  });

  it('says why there is no number, and takes none while the hub is gone', async () => {
    let sent = 0;
    const { state, actions } = kiosk(async () => {
      sent++;
      throw new ApiError('numbers-exhausted', 409, '');
    });
    await actions.take('a');
    expect(state.dialog.value).toMatchObject({ kind: 'sorry', code: 'numbers-exhausted' });
    state.connection.value = 'lost';
    await actions.take('a');
    expect(sent).toBe(1);
  });

  it('asks once more before it takes a number of the enquiry desk, and wipes the question with the person', async () => {
    let sent = 0;
    const { state, actions, pass } = kiosk(async () => {
      sent++;
      return { ticket: ticket({ state: 'queued', copy: 0 }) };
    });
    actions.enquire('q');
    expect(state.dialog.value).toEqual({ kind: 'enquiry', serviceId: 'q' });
    actions.holdCard('11010519491231002X');
    pass(76_000);
    expect(sent).toBe(0);
    expect([state.dialog.value, state.holder.value]).toEqual([null, null]);
    expect(state.isIdle.value).toBe(true);
  });

  it('does not pretend that staff were told when the hub is gone', async () => {
    const { state, actions } = kiosk(async () => ({}));
    await actions.help();
    expect(state.dialog.value).toEqual({ kind: 'help', state: 'sent' });
    actions.closeDialog();
    state.connection.value = 'lost';
    await actions.help();
    expect(state.dialog.value).toEqual({ kind: 'help', state: 'failed' });
  });

  it('says that somebody is coming, also to who let it fall idle, and interrupts nothing else', async () => {
    const { state, actions } = kiosk(async () => ({}));
    await actions.help();
    actions.helpComes();
    expect(state.dialog.value).toEqual({ kind: 'help', state: 'coming' });
    actions.closeDialog();
    actions.helpComes();
    expect(state.dialog.value).toEqual({ kind: 'help', state: 'coming' });
    expect(state.warningSeconds.value).toBeNull();
    actions.enquire('q');
    actions.helpComes();
    expect(state.dialog.value).toEqual({ kind: 'enquiry', serviceId: 'q' });
  });
});
