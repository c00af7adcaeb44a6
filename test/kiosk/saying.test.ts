import { describe, expect, it } from 'vitest';
import { clipsOf } from '../../kiosk/src/kiosk/saying.ts';
import { kiosk, menu, ticket } from './support/kiosk.ts';

const prompt = (name: string) => `/api/voice/kiosk/zh/${name}.wav`;

function speaking(ahead = 5) {
  const made = kiosk(async () => ({
    ticket: ticket({ state: 'queued', copy: 0 }, { number: 'A012', ahead }),
  }));
  made.state.menu.value = menu();
  return { ...made, says: () => clipsOf(made.state) };
}

describe('a kiosk that speaks', () => {
  it('says what the screen asks, step by step', () => {
    const { actions, says } = speaking();
    expect(says()).toEqual([prompt('home')]);
    actions.openGroup('g');
    expect(says()).toEqual([prompt('group')]);
    actions.enquire('q');
    expect(says()).toEqual([prompt('enquiry')]);
  });

  it('says the number and how many are ahead, in the language chosen', async () => {
    const { actions, comfort, says } = speaking();
    await actions.take('a');
    expect(says()).toEqual(['/api/voice/ticket/zh/A012/5.wav']);
    comfort.choose('en');
    expect(says()).toEqual(['/api/voice/ticket/en/A012/5.wav']);
  });

  it('says so when no paper came', async () => {
    const { actions, says } = speaking();
    await actions.take('a');
    actions.slip({ ticketId: 't1', print: { state: 'failed', reason: 'paper-out', copy: 0 } });
    expect(says()).toEqual(['/api/voice/ticket/zh/A012/5.wav', prompt('no-paper')]);
  });

  it('says whether somebody comes to help', async () => {
    const { state, actions, says } = speaking();
    await actions.help();
    expect(says()).toEqual([prompt('help-sent')]);
    state.dialog.value = { kind: 'help', state: 'coming' };
    expect(says()).toEqual([prompt('help-coming')]);
  });

  it('counts out no more people than the hub says', async () => {
    const { actions, says } = speaking(4321);
    await actions.take('a');
    expect(says()).toEqual(['/api/voice/ticket/zh/A012/999.wav']);
  });
});
