import { describe, expect, it } from 'vitest';
import type { Command } from '../../server/src/domain/command.ts';
import { awaySince } from '../../server/src/domain/coverage.ts';
import { decide } from '../../server/src/domain/decide.ts';
import { evolve } from '../../server/src/domain/evolve.ts';
import { emptyDay } from '../../server/src/domain/state.ts';
import { notesFor } from '../../server/src/domain/views/handover-view.ts';
import { DAY_STARTS_AT, given, NINE, type Story } from '../support/given.ts';
import {
  by,
  callNext,
  clerk,
  close,
  finish,
  HUB,
  issue,
  issues,
  leaveNote,
  minutes,
  noShow,
  open,
  pause,
  readNote,
  resume,
  seconds,
  start,
  turn,
} from '../support/given-steps.ts';

const MINUTE = 60_000;
const serve = (counterId: string) => [callNext(counterId), start(counterId), finish(counterId)];

describe('a main counter that comes back', () => {
  /** c3 is backup for social; c1 and c2 are main. */
  const stoodIn = () =>
    given(
      open('c1'),
      open('c3'),
      ...issues('social', 3),
      pause('c1'),
      minutes(1),
      ...serve('c3'),
      ...serve('c3'),
    );

  it('finds who was served at its backup meanwhile', () => {
    const story = stoodIn();
    story.when(minutes(4), resume('c1')).then(
      { type: 'counter-resumed' },
      {
        type: 'handover-noted',
        data: {
          fromCounterId: null,
          forCounters: ['c1'],
          textId: null,
          awayFrom: NINE,
          turnIds: [turn('A001'), turn('A002')],
        },
      },
    );
    const [note] = notesFor(story.state, story.settings, 'c1', {
      personName: (id) => id,
      noteText: () => null,
    });
    expect(note).toMatchObject({
      awayFrom: NINE,
      at: NINE + 5 * MINUTE,
      served: [
        { number: 'A001', counter: 3, clerkName: 'clerk of c3' },
        { number: 'A002', counter: 3, clerkName: 'clerk of c3' },
      ],
    });
  });

  it('also in the morning, where the backup was there first', () => {
    given(open('c3'), ...issues('social', 1), ...serve('c3'))
      .when(open('c1'))
      .then({ type: 'counter-opened' }, { type: 'handover-noted', data: { awayFrom: NINE } });
  });

  it('finds nothing where nobody of its services was served, or only at another main counter', () => {
    given(open('c1'), pause('c1')).when(resume('c1')).then({ type: 'counter-resumed' });
    given(open('c1'), open('c2'), pause('c1'), ...issues('social', 1), ...serve('c2'))
      .when(resume('c1'))
      .then({ type: 'counter-resumed' });
    given(open('c3'), issue('medical'), ...serve('c3'))
      .when(open('c1'))
      .then({ type: 'counter-opened' });
  });

  it('is not told of those who did not come', () => {
    given(open('c3'), issue('social'), callNext('c3'), noShow('c3'))
      .when(open('c1'))
      .then({ type: 'counter-opened' });
  });

  it('finds one list, however often it comes and goes without reading', () => {
    const story = stoodIn();
    story.take(resume('c1'), minutes(1), pause('c1'), seconds(1), ...serve('c3'), resume('c1'));
    expect(story.state.notes).toHaveLength(1);
    expect(story.state.notes[0]).toMatchObject({
      awayFrom: NINE,
      turnIds: [turn('A001'), turn('A002'), turn('A003')],
    });
  });

  it('has read it: it is gone, and stays so', () => {
    const story = stoodIn();
    story.take(resume('c1'));
    const id = story.state.notes[0]!.id;
    story.when(readNote('c1', id)).then({ type: 'handover-read', data: { noteId: id, counterId: 'c1' } });
    expect(story.state.notes).toEqual([]);
    story.when(readNote('c1', id)).thenNothing();
  });

  it('is away since its pause, whatever reason the pause has now', () => {
    const story = given(open('c1'), minutes(1), pause('c1', 'lunch'), minutes(5), pause('c1', 'errand'));
    expect(awaySince(story.state, 'c1')).toBe(NINE + MINUTE);
    story.take(minutes(5), close('c1'));
    expect(awaySince(story.state, 'c1')).toBe(NINE + MINUTE);
    story.take(minutes(5), open('c1'));
    expect(awaySince(story.state, 'c1')).toBeNull();
    expect(awaySince(story.state, 'c4')).toBe(DAY_STARTS_AT);
  });
});

describe('a note that a clerk leaves', () => {
  const ids = ({ state }: Story, counterId: string) =>
    state.notes.filter(({ unreadAt }) => unreadAt.includes(counterId)).map(({ id }) => id);

  it('is for the main counters of the service, each until it has read it; its words are not in the log', () => {
    const story = given(open('c1'), open('c2'), open('c3'));
    story.take(leaveNote('c3', 'n1', { serviceId: 'social' }));
    expect([ids(story, 'c1'), ids(story, 'c2'), ids(story, 'c3')]).toEqual([['n1'], ['n1'], []]);
    story.take(readNote('c1', 'n1'));
    expect([ids(story, 'c1'), ids(story, 'c2')]).toEqual([[], ['n1']]);
    expect(story.state.notes[0]).toMatchObject({ textId: 'words of n1', clerkId: 'clerk of c3' });
  });

  it('or for one counter, open or not', () => {
    const story = given(open('c3'));
    story.take(leaveNote('c3', 'n1', { toCounterId: 'c4' }));
    expect(ids(story, 'c4')).toEqual(['n1']);
  });

  it('is refused where nobody is meant, or by somebody who is not at the counter', () => {
    const story = given(open('c3'));
    story.when(leaveNote('c3', 'n1', {})).thenRefused('malformed');
    story.when(leaveNote('c3', 'n1', { toCounterId: 'c3' })).thenRefused('malformed');
    story.when(leaveNote('c3', 'n1', { serviceId: 'medical' })).thenRefused('malformed');
    story.when(leaveNote('c3', 'n1', { toCounterId: 'c9' })).thenRefused('unknown-counter');
    story.when(leaveNote('c3', 'n1', { serviceId: 'dancing' })).thenRefused('unknown-service');
    story.when(by(clerk('x'), leaveNote('c3', 'n1', { toCounterId: 'c1' }))).thenRefused('counter-taken');
    story.when(leaveNote('c1', 'n1', { toCounterId: 'c3' })).thenRefused('counter-not-open');
  });

  it('goes over to the next day until it is read', () => {
    const { settings, state } = given();
    const note = { noteId: 'n1', at: NINE, fromCounterId: 'c3', clerkId: 'clerk of c3', serviceId: null };
    const notes = [{ ...note, forCounters: ['c1'], textId: 'words of n1' }];
    const next = emptyDay('2026-11-22');
    const start: Command = { type: 'start-day', date: next.date, startsAt: 0, endsAt: 1, carried: [], notes };
    const [event] = decide(next, { id: 'c', by: HUB, command: start }, settings, 0);
    expect(event).toMatchObject({ type: 'day-started', data: { notes } });
    evolve(next, {
      seq: 1,
      occurredAt: 0,
      settingsVersion: 1,
      commandId: 'handover',
      by: HUB,
      event: event!,
    });
    const around = { personName: () => 'Li Min', noteText: (id: string) => id };
    expect(state.notes).toEqual([]);
    expect(notesFor(next, settings, 'c1', around)).toMatchObject([
      { id: 'n1', at: NINE, fromCounter: 3, fromName: 'Li Min', text: 'words of n1', served: [] },
    ]);
  });
});
