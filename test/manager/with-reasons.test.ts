import { expect, test } from 'vitest';
import { withReasons } from '../../manager/src/setup/with-reasons.ts';
import { hall } from '../support/hall.ts';

const { rules } = hall();
const slow = { id: 'slow', name: { en: 'Slow' } };

test('a level’s reasons are replaced and the other levels’ stay', () => {
  const changed = withReasons(rules, '1', [slow]);
  expect(changed).toEqual({ ...rules, ratingReasons: { ...rules.ratingReasons, '1': [slow] } });
  expect(withReasons(changed, '2', [slow]).ratingReasons).toMatchObject({ '1': [slow], '2': [slow] });
});

test('a level without reasons has no list, and a hall without any asks for none', () => {
  const one = withReasons(rules, '5', []);
  expect(Object.keys(one.ratingReasons ?? {})).toEqual(['1']);
  expect(withReasons(one, '1', [])).not.toHaveProperty('ratingReasons');
  expect(withReasons({ ...withReasons(one, '1', []) }, '3', [slow]).ratingReasons).toEqual({ '3': [slow] });
});
