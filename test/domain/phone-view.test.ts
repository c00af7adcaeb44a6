import { expect, it } from 'vitest';
import { phoneView } from '../../server/src/domain/views/phone-view.ts';
import { given, NINE, type Story } from '../support/given.ts';
import {
  callNext,
  finish,
  issue,
  issueFor,
  minutes,
  open,
  park,
  press,
  pressByPhone,
  seconds,
  start,
  transfer,
} from '../support/given-steps.ts';

const MINUTE = 60_000;

/** What the holder of the story's only ticket sees. */
function phone({ state, settings, now }: Story) {
  const [ticket] = state.tickets.values();
  if (!ticket) throw new Error('nobody took a number');
  return phoneView(state, settings, ticket, { build: 'b', now: now() });
}
const atCounter = () => given(open('c1'), open('c3'), issue('social'), callNext('c1'), start('c1'));

it('a first wait came about by nothing but the number', () => {
  expect(phone(given(issue('social')))).toMatchObject({ came: undefined, forCounter: null, further: [] });
});

it('whoever was transferred is told so, and to which counter where it is one', () => {
  const story = atCounter();
  story.take(transfer('c1', { serviceId: 'medical' }));
  expect(phone(story)).toMatchObject({ status: 'waiting', came: 'transferred', forCounter: null });
  const meant = atCounter();
  meant.take(transfer('c1', { toCounterId: 'c3' }));
  expect(phone(meant)).toMatchObject({ came: 'transferred', forCounter: 3 });
  meant.take(callNext('c3'));
  expect(phone(meant)).toMatchObject({ status: 'called', counter: 3, forCounter: null });
});

it('a further service is announced, and then follows the one before', () => {
  const story = given(open('c1'), open('c3'), issueFor('social', 'medical'), callNext('c1'), start('c1'));
  expect(phone(story).further).toHaveLength(1);
  story.take(finish('c1'));
  expect(phone(story)).toMatchObject({ status: 'waiting', came: 'follows', further: [] });
});

it('says of each service that was had whether it can be rated, and whether it was', () => {
  const story = given(open('c1'), open('c3'), issueFor('social', 'medical'), callNext('c1'), start('c1'));
  expect(phone(story)).toMatchObject({ served: [], ratingReasons: null });
  story.take(finish('c1'), seconds(1));
  const [first] = phone(story).served ?? [];
  expect(first).toMatchObject({ turnId: 'turn A001', counter: 1, rating: 'open' });
  expect(first?.serviceName).toEqual(story.settings.serviceById.get('social')?.name);
  // The ticket's own rating is that of the turn which it is in now.
  expect(phone(story)).toMatchObject({ status: 'waiting', rating: 'closed' });
  expect(phone(story).ratingReasons?.version).toBe(1);

  story.take(pressByPhone('A001', 4));
  expect(phone(story).served).toMatchObject([{ rating: 'done' }]);

  story.take(callNext('c3'), start('c3'), finish('c3'), seconds(1));
  expect(phone(story).served).toMatchObject([
    { turnId: 'turn A001', rating: 'done' },
    { turnId: 'turn A001 at medical', counter: 3, rating: 'open' },
  ]);
  story.take(press('c3', 2));
  expect(phone(story).served?.map(({ rating }) => rating)).toEqual(['done', 'done']);
});

it('asks about each service for a day, and then no longer', () => {
  const story = given(open('c1'), issueFor('social', 'medical'), callNext('c1'), finish('c1'));
  story.take(minutes(24 * 60));
  expect(phone(story)).toMatchObject({ served: [{ rating: 'open' }] });
  story.take(seconds(1));
  expect(phone(story)).toMatchObject({ served: [{ rating: 'closed' }], ratingReasons: null });
});

it('whoever is set aside for a while is told when it ends', () => {
  const story = atCounter();
  story.take(minutes(2), park('c1', 10));
  expect(phone(story)).toMatchObject({ status: 'parked', parkedUntil: NINE + 12 * MINUTE });
  const open = atCounter();
  open.take(park('c1'));
  expect(phone(open)).toMatchObject({ status: 'parked', parkedUntil: null });
});
