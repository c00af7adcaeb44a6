import { describe, it } from 'vitest';
import { given } from '../support/given.ts';
import {
  beginEmergency,
  by,
  callNext,
  clerk,
  close,
  finishAndCall,
  hallManager,
  issues,
  open,
  type Step,
  start,
} from '../support/given-steps.ts';

const closeLeaving = (leave: 'queue' | 'park', actor = hallManager): Step => ({
  command: { type: 'close-counter', counterId: 'c1', leave },
  by: actor,
});
const abandoned = () =>
  given(open('c1'), open('c2'), ...issues('social', 3), callNext('c1'), start('c1'), callNext('c2'));

describe('a counter that is closed behind a clerk who has gone', () => {
  it('puts the customer first in line for any counter', () => {
    const story = abandoned();
    story
      .when(closeLeaving('queue'))
      .then({ type: 'turn-moved', data: { turnId: 'turn A001', first: true } }, { type: 'counter-closed' });
    story.take(
      { command: { type: 'close-counter', counterId: 'c2', leave: 'park' }, by: hallManager },
      open('c2'),
    );
    story.when(callNext('c2')).then({ type: 'turn-called', data: { turnId: 'turn A001' } });
  });

  it('or sets them aside; without a word about them it stays open', () => {
    abandoned()
      .when(closeLeaving('park'))
      .then({ type: 'turn-parked', data: { turnId: 'turn A001', until: null } }, { type: 'counter-closed' });
    abandoned()
      .when(by(hallManager, close('c1')))
      .thenRefused('ticket-in-hand');
  });

  it('stays open where the clerk has come back and has somebody else in hand by then', () => {
    const story = abandoned();
    const meant = { type: 'close-counter', counterId: 'c1', leave: 'queue', turnId: 'turn A001' } as const;
    story.take(finishAndCall('c1'));
    story.when({ command: meant, by: hallManager }).thenRefused('stale-turn');
  });

  it('is not another clerk’s to close, and changes no queue in an emergency', () => {
    abandoned()
      .when(closeLeaving('queue', clerk('somebody else')))
      .thenRefused('counter-taken');
    const story = abandoned();
    story.take(beginEmergency());
    story.when(closeLeaving('queue')).thenRefused('emergency');
    story.when(closeLeaving('park')).then({ type: 'turn-parked' }, { type: 'counter-closed' });
  });
});
