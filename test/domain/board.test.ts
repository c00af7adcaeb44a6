import { describe, expect, it } from 'vitest';
import { boardOf } from '../../server/src/domain/views/board.ts';
import { zoneOf } from '../../server/src/domain/zones.ts';
import { givenIn, type Story } from '../support/given.ts';
import { callNext, issue, issues, noShow, open, pause } from '../support/given-steps.ts';
import { hall } from '../support/hall.ts';

/** Counters 1 and 2 (and with them social) are the east; 4 (property, residence) is the west; 3 is in neither. */
const ZONES = [
  { id: 'east', name: { en: 'East' }, counters: ['c1', 'c2'] },
  { id: 'west', name: { en: 'West' }, counters: ['c4'] },
];
const zoned = hall({}, (document) => {
  document.zones = ZONES;
});

const board = (story: Story, zoneId: string | null) =>
  boardOf(
    { today: story.state, lingering: [] },
    story.settings,
    { build: 'b', now: story.now(), version: 1 },
    true,
    () => ({ zh: null, en: null }),
    zoneOf(story.settings, zoneId),
  );
const busy = () =>
  givenIn(
    zoned,
    ...issues('social', 3),
    issue('property'),
    issue('medical'),
    open('c1'),
    open('c3'),
    open('c4'),
    callNext('c1'),
    callNext('c4'),
    callNext('c3'),
  );

describe('the board of a zone', () => {
  it('holds the calls of its counters and no others', () => {
    const story = busy();
    const numbers = (zoneId: string | null) => board(story, zoneId).calls.map(({ number }) => number);
    expect(numbers('east')).toEqual(['A001']);
    expect(numbers('west')).toEqual(['P001']);
    expect(numbers(null)).toEqual(['B001', 'P001', 'A001']);
    expect(board(story, 'east').zone).toEqual({ id: 'east', name: { en: 'East' } });
    expect(board(story, null).zone).toBeNull();
  });

  it('holds the services that its counters serve, as their own or helping', () => {
    const services = (zoneId: string) => board(busy(), zoneId).waiting.map(({ serviceId }) => serviceId);
    expect(services('east')).toEqual(['social', 'medical']);
    expect(services('west')).toEqual(['property', 'residence']);
  });

  it('holds its own paused counters and those it missed', () => {
    const story = busy();
    story.take(noShow('c4'), pause('c4'));
    expect(board(story, 'west')).toMatchObject({
      missed: ['P001'],
      counters: [{ number: 4, state: 'paused', pauseReason: { en: 'Back after lunch.' } }],
    });
    expect(board(story, 'east')).toMatchObject({
      missed: [],
      counters: [
        { number: 1, state: 'open' },
        { number: 2, state: 'closed' },
      ],
    });
  });

  it('is the whole hall’s where the zone is no longer there: too much is better than nothing', () => {
    expect(board(busy(), 'north').calls).toHaveLength(3);
  });
});
