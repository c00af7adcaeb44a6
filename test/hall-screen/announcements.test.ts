import { describe, expect, it } from 'vitest';
import { AGAIN_MS, Announcements } from '../../hall-screen/src/speaker/announcements.ts';

const audio = { zh: 'zh', en: null };
const text = { 'zh-CN': '请安静。' };
const announced = (id: string, at: number, times: number) => ({
  id,
  text,
  at,
  until: at + 60_000,
  times,
  audio,
});
const fire = { id: 'fire', kind: 'evacuation', text, since: 0, audio };

describe('what is announced beside calls', () => {
  it('is said as often as was asked, however often a board brings it', () => {
    const said = new Announcements();
    for (const now of [0, 1000, 2000]) said.offer([announced('a', 0, 2)], undefined, now);
    expect([said.take(2000)?.id, said.take(2000)?.id, said.take(2000)]).toEqual(['a', 'a', undefined]);
    said.offer([announced('a', 0, 2)], undefined, 9000);
    expect(said.waits(9000)).toBe(false);
  });

  it('is not said when it is old news, withdrawn before its turn, or only to be read', () => {
    const said = new Announcements();
    said.offer(
      [announced('old', 0, 1), announced('gone', 40_000, 3), announced('mute', 40_000, 0)],
      undefined,
      40_000,
    );
    said.offer([announced('old', 0, 1)], undefined, 41_000);
    expect(said.take(41_000)).toBeUndefined();
  });

  it('repeats an emergency with silence between, before everything else, until it is over', () => {
    const said = new Announcements();
    said.offer([announced('a', 100_000, 1)], fire, 100_000);
    expect([said.urgent, said.take(100_000)?.id]).toEqual([true, 'fire']);
    said.said(109_000);
    expect(said.take(109_000 + AGAIN_MS - 1)).toBeUndefined();
    expect(said.take(109_000 + AGAIN_MS)?.id).toBe('fire');
    said.offer([announced('a', 100_000, 1)], undefined, 125_000);
    expect([said.urgent, said.take(125_000)?.id, said.waits(125_000)]).toEqual([false, 'a', false]);
  });
});
