import type { ServedTurn } from '@jiaohao/shared/contract/ticket.ts';
import { describe, expect, it } from 'vitest';
import { isOver, leadOf, mayAsk, phaseOf, questionOf, tokenIn } from '../../kiosk/src/phone/phase.ts';

const view = { status: 'waiting', ending: null, ahead: 5 } as const;
const had = (...ratings: ServedTurn['rating'][]): ServedTurn[] =>
  ratings.map((rating, index) => ({ turnId: `turn ${index + 1}`, serviceName: {}, counter: 1, rating }));

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
    expect(phaseOf({ ...ended, served: had('open') })).toBe('rate');
    expect(phaseOf({ ...ended, served: had('done') })).toBe('thanks');
    expect(phaseOf({ ...ended, served: had('closed') })).toBe('served');
    expect(phaseOf(ended)).toBe('served');
  });

  it('goes on asking until each service that was had is rated', () => {
    const ended = { ...view, status: 'ended', ending: 'served' } as const;
    expect(phaseOf({ ...ended, served: had('open', 'done') })).toBe('rate');
    expect(phaseOf({ ...ended, served: had('done', 'done') })).toBe('thanks');
    expect(phaseOf({ ...ended, served: had('done', 'closed') })).toBe('thanks');
  });

  it('asks about one service at a time, the newest first', () => {
    expect(questionOf(had('open', 'open', 'done'))?.turnId).toBe('turn 2');
    expect(questionOf(had('open', 'closed'))?.turnId).toBe('turn 1');
    expect(questionOf(had('done', 'closed'))).toBeNull();
    expect(questionOf([])).toBeNull();
  });

  it('keeps the place in the queue in view while an earlier service is asked about', () => {
    expect(phaseOf({ ...view, served: had('open') })).toBe('waiting');
    expect(phaseOf({ ...view, status: 'called', served: had('open') })).toBe('called');
  });

  it('asks nothing of who should be on the way or is at a counter', () => {
    const asks = (['waiting', 'next', 'parked', 'rate', 'thanks', 'cancelled', 'expired'] as const).map(
      mayAsk,
    );
    expect(asks).not.toContain(false);
    expect((['called', 'serving', 'missed'] as const).map(mayAsk)).not.toContain(true);
  });

  it('never asks someone who was not served', () => {
    expect(phaseOf({ ...view, status: 'ended', ending: 'cancelled' })).toBe('cancelled');
    expect(phaseOf({ ...view, status: 'ended', ending: 'expired' })).toBe('expired');
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
