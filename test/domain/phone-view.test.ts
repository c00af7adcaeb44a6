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

it('whoever is set aside for a while is told when it ends', () => {
  const story = atCounter();
  story.take(minutes(2), park('c1', 10));
  expect(phone(story)).toMatchObject({ status: 'parked', parkedUntil: NINE + 12 * MINUTE });
  const open = atCounter();
  open.take(park('c1'));
  expect(phone(open)).toMatchObject({ status: 'parked', parkedUntil: null });
});
