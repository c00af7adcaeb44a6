import { describe, expect, it } from 'vitest';
import { createHubClock } from '../../server/src/operations/hub-clock.ts';
import { fakeClock } from '../support/fake-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const T = Date.UTC(2026, 10, 21, 1);

const started = (lastEventAt: number | null = null, wall = T) => {
  const clock = fakeClock(wall);
  return { clock, hub: createHubClock(clock, lastEventAt) };
};

describe("the hub's clock", () => {
  it('is the wall clock while that goes as time goes', () => {
    const { clock, hub } = started();
    for (let step = 0; step < 10; step += 1) {
      clock.pass(HOUR);
      expect(hub.now()).toBe(clock.now());
    }
    expect(hub.suspicion()).toBeNull();
  });

  it('follows a wall clock that is put right little by little, over hours', () => {
    const { clock, hub } = started();
    for (let step = 0; step < 100; step += 1) {
      clock.pass(MINUTE);
      clock.set(clock.now() + 10_000);
      expect(hub.now()).toBe(clock.now());
    }
    expect(hub.suspicion()).toBeNull();
    expect(clock.now() - T).toBe(100 * MINUTE + 1000_000);
  });

  it('goes slower, and never backwards, while a wall clock that was a little ahead is put back', () => {
    const { clock, hub } = started();
    clock.pass(HOUR);
    const before = hub.now();
    clock.set(clock.now() - 2 * MINUTE);
    clock.pass(MINUTE);
    expect(hub.now()).toBe(before + 0.9 * MINUTE);
    // Two minutes ahead, a tenth of each minute gained: twenty minutes on, the two agree again.
    for (let minute = 0; minute < 20; minute += 1) {
      clock.pass(MINUTE);
      hub.now();
    }
    expect(hub.now()).toBe(clock.now());
    expect(hub.suspicion()).toBeNull();
  });

  it.each([0.3, 0.6, 1.7])('goes at the pace of time however often it is asked, every %f ms', (step) => {
    const { clock, hub } = started();
    clock.set(T + 3 * HOUR);
    const before = hub.now();
    for (let asked = 0; asked < 10_000; asked += 1) {
      clock.pass(step);
      hub.now();
    }
    expect(Math.abs(hub.now() - before - 10_000 * step)).toBeLessThan(2);
  });

  it.each([
    ['ahead', 3 * HOUR],
    ['back', -3 * HOUR],
  ])('does not believe a wall clock that jumps %s: it goes on by the time that passes', (_, jump) => {
    const { clock, hub } = started();
    clock.pass(HOUR);
    hub.now();
    clock.set(clock.now() + jump);
    clock.pass(10_000);
    expect(hub.now()).toBe(T + HOUR + 10_000);
    expect(hub.suspicion()).toEqual({ kind: 'jumped', offByMs: jump });
    clock.pass(MINUTE);
    expect(hub.now()).toBe(T + HOUR + 10_000 + MINUTE);
  });

  it('keeps its doubt when the wall clock jumps back to where it was: a person says when all is well', () => {
    const { clock, hub } = started();
    clock.set(T + 3 * HOUR);
    hub.now();
    clock.set(T);
    clock.pass(MINUTE);
    expect(hub.now()).toBe(T + MINUTE);
    expect(hub.suspicion()).not.toBeNull();
    hub.confirm();
    expect(hub.suspicion()).toBeNull();
    expect(hub.now()).toBe(T + MINUTE);
  });

  it('goes over to a wall clock ahead that somebody confirmed', () => {
    const { clock, hub } = started();
    clock.set(T + 3 * HOUR);
    hub.now();
    hub.confirm();
    expect(hub.now()).toBe(T + 3 * HOUR);
    expect(hub.suspicion()).toBeNull();
  });

  it('goes slower until a wall clock behind that somebody confirmed has caught up, without doubting it again', () => {
    const { clock, hub } = started();
    clock.pass(HOUR);
    const before = hub.now();
    clock.set(before - 2 * HOUR);
    hub.now();
    hub.confirm();
    for (let minute = 1; minute <= 60; minute += 1) {
      clock.pass(MINUTE);
      hub.now();
      expect(hub.suspicion()).toBeNull();
    }
    expect(Math.abs(hub.now() - (before + 54 * MINUTE))).toBeLessThan(2);
    for (let hour = 0; hour < 20; hour += 1) {
      clock.pass(HOUR);
      hub.now();
    }
    expect(hub.now()).toBe(clock.now());
  });

  it('doubts a later jump as it did the first', () => {
    const { clock, hub } = started();
    clock.set(T - 2 * HOUR);
    hub.now();
    hub.confirm();
    hub.now();
    clock.set(T - 20 * HOUR);
    hub.now();
    expect(hub.suspicion()).toEqual({ kind: 'jumped', offByMs: -18 * HOUR });
  });

  it.each([
    ['an hour before the last event', -HOUR, 'behind-last-event'],
    ['two years after the last event', 2 * 365 * DAY, 'far-ahead-of-last-event'],
  ])('starts in doubt on a machine that says it is %s, and goes on from that event', (_, off, kind) => {
    const { clock, hub } = started(T, T + off);
    expect(hub.suspicion()).toEqual({ kind, offByMs: off });
    expect(hub.now()).toBe(T);
    clock.pass(MINUTE);
    expect(hub.now()).toBe(T + MINUTE);
  });

  it.each([
    ['a minute before the last event', -MINUTE, T],
    ['a fortnight after it', 14 * DAY, T + 14 * DAY],
  ])('starts without doubt on a machine that says it is %s', (_, off, now) => {
    const { hub } = started(T, T + off);
    expect(hub.suspicion()).toBeNull();
    expect(hub.now()).toBe(now);
  });

  it('goes on from the last event when an earlier run left its doubt unanswered', () => {
    const { clock, hub } = started(T, T + 3 * DAY);
    hub.distrust(3 * DAY);
    clock.pass(MINUTE);
    expect(hub.now()).toBe(T + MINUTE);
    hub.confirm();
    expect(hub.now()).toBe(T + 3 * DAY + MINUTE);
  });
});
