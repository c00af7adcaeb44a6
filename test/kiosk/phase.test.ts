import { describe, expect, it } from 'vitest';
import { isOver, leadOf, phaseOf, tokenIn } from '../../kiosk/src/phone/phase.ts';

const view = { status: 'waiting', ending: null, ahead: 5, rating: 'closed' } as const;

describe('what the phone page says', () => {
  it('counts down to being next', () => {
    expect(phaseOf(view)).toBe('waiting');
    expect(phaseOf({ ...view, ahead: 0 })).toBe('next');
  });

  it('follows the ticket to the counter, past it, and aside', () => {
    for (const status of ['called', 'serving', 'missed', 'parked'] as const) {
      expect(phaseOf({ ...view, status })).toBe(status);
    }
  });

  it('asks for a rating only while one may be given', () => {
    const ended = { ...view, status: 'ended', ending: 'served' } as const;
    expect(phaseOf({ ...ended, rating: 'open' })).toBe('rate');
    expect(phaseOf({ ...ended, rating: 'done' })).toBe('thanks');
    expect(phaseOf({ ...ended, rating: 'closed' })).toBe('served');
  });

  it('never asks someone who was not served', () => {
    expect(phaseOf({ ...view, status: 'ended', ending: 'cancelled', rating: 'open' })).toBe('cancelled');
    expect(phaseOf({ ...view, status: 'ended', ending: 'expired', rating: 'open' })).toBe('expired');
  });

  it('knows when nothing more will happen', () => {
    expect(isOver('served')).toBe(true);
    expect(isOver('rate')).toBe(false);
    expect(isOver('missed')).toBe(false);
  });

  it('says how a later wait came about, and nothing of a first one', () => {
    const waiting = { status: 'waiting' } as const;
    expect(leadOf(waiting)).toBeNull();
    expect(leadOf({ ...waiting, came: 'transferred' })).toBe('transferred');
    expect(leadOf({ ...waiting, came: 'transferred', forCounter: 5 })).toBe('counter');
    expect(leadOf({ ...waiting, came: 'follows' })).toBe('follows');
    expect(leadOf({ status: 'serving', came: 'transferred', forCounter: 5 })).toBeNull();
  });

  it('takes the token from the path alone', () => {
    expect(tokenIn('/t/3f1d5ab27c0e')).toBe('3f1d5ab27c0e');
    expect(tokenIn('/t/3f1d5ab27c0e/')).toBe('3f1d5ab27c0e');
    expect(tokenIn('/t/')).toBe('');
  });
});
