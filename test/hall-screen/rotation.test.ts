import { expect, it } from 'vitest';
import { evenPages, pageAt } from '../../hall-screen/src/board/rotation.ts';

it('cuts seventeen services into three nearly equal pages', () => {
  const services = Array.from({ length: 17 }, (_, n) => n);
  const pages = evenPages(services, 7);
  expect(pages.map(({ length }) => length)).toEqual([6, 6, 5]);
  expect(pages.flat()).toEqual(services);
});

it('has no pages for nothing and one for what fits', () => {
  expect(evenPages([], 7)).toEqual([]);
  expect(evenPages([1, 2, 3], 7)).toEqual([[1, 2, 3]]);
});

it('turns the page by the time that all screens share', () => {
  expect([0, 9_999, 10_000, 29_999, 30_000].map((now) => pageAt(3, now, 10_000))).toEqual([0, 0, 1, 2, 0]);
  expect(pageAt(0, 12_345, 10_000)).toBe(0);
});
