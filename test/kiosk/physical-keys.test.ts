import { beforeEach, describe, expect, it, vi } from 'vitest';
import { listenForKeys } from '../../kiosk/src/kiosk/physical-keys.ts';
import { kiosk, menu, ticket } from './support/kiosk.ts';

/** Stands in for the page: what a press needs of it. */
class Button extends EventTarget {}

beforeEach(() => {
  vi.stubGlobal('HTMLButtonElement', Button);
  return () => vi.unstubAllGlobals();
});

function keypad(keys: { code: string; serviceId: string }[] = []) {
  const sent: unknown[] = [];
  const made = kiosk(async (_path, body) => {
    sent.push((body as { serviceId: string }).serviceId);
    return { ticket: ticket({ state: 'queued', copy: 0 }) };
  });
  made.state.menu.value = menu({ keys });
  const page = new EventTarget();
  const said: string[] = [];
  listenForKeys(page as Window, made.state, made.actions, {
    add: (prompt) => said.push(prompt),
    repeat: () => said.push('repeat'),
  });
  const press = async (code: string, target: EventTarget = page) => {
    const event = Object.assign(new Event('keydown'), { code });
    if (target !== page) Object.defineProperty(event, 'target', { value: target });
    page.dispatchEvent(event);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { ...made, sent, said, press };
}

describe('a key of the kiosk’s keypad', () => {
  const keys = [{ code: 'Numpad1', serviceId: 'a' }];

  it('issues a number of its service and has it said', async () => {
    const { state, comfort, sent, press } = keypad(keys);
    await press('Numpad1');
    expect(sent).toEqual(['a']);
    expect(state.screen.value.at).toBe('result');
    expect(comfort.speech.value).toBe(true);
  });

  it('pressed again says the number again; once more is the next person, who gets one of their own', async () => {
    const { state, sent, said, press } = keypad(keys);
    await press('Numpad1');
    await press('Numpad1');
    expect(sent).toEqual(['a']);
    expect(said).toEqual(['repeat', 'again']);
    await press('Numpad1');
    expect(sent).toEqual(['a', 'a']);
    expect(state.screen.value.at).toBe('result');
  });

  it('that is not set does nothing', async () => {
    const { sent, state, press } = keypad(keys);
    for (const code of ['Numpad2', 'KeyA', 'F5', 'ArrowLeft']) await press(code);
    expect(sent).toEqual([]);
    expect(state.isIdle.value).toBe(true);
  });

  it('of a service that was archived does nothing', async () => {
    const { sent, press } = keypad([{ code: 'Numpad1', serviceId: 'gone' }]);
    await press('Numpad1');
    expect(sent).toEqual([]);
  });
});

describe('Enter or the blank, with nothing chosen', () => {
  it.each(['Enter', 'NumpadEnter', 'Space'])(
    '%s offers a number of the enquiry desk, and takes none yet',
    async (code) => {
      const { state, comfort, sent, press } = keypad();
      await press(code);
      expect(sent).toEqual([]);
      expect(state.dialog.value).toEqual({ kind: 'enquiry', serviceId: 'q' });
      expect(comfort.speech.value).toBe(true);
    },
  );

  it('is left to the button that somebody moved to with Tab', async () => {
    const { state, press } = keypad();
    await press('Enter', new Button());
    expect(state.dialog.value).toBeNull();
  });

  it('does nothing while a number is on its way, in the staff’s menu, or where something else is asked', async () => {
    const { state, actions, press } = keypad();
    state.wishing.value = 'a';
    await press('Enter');
    state.wishing.value = null;
    state.staff.value = true;
    await press('Enter');
    state.staff.value = false;
    actions.openGroup('g');
    await press('Enter');
    expect(state.dialog.value).toBeNull();
  });
});
