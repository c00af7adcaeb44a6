import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from '../support/hub.ts';
import { COUNTER, type HallAtWork, hallAtWork, SERVICE } from './support/hall-at-work.ts';

/** What cannot be done with a number says how the number stands, so that nobody has to look it up. */

interface Refusal {
  error: { code: string; message: string };
}

let hall: HallAtWork;
beforeAll(async () => {
  hall = await hallAtWork();
  await hall.openCounter();
});
afterAll(() => hall.hub.close());

const bringBack = (number: string, language: string): Promise<Answer<Refusal>> =>
  hall.clerk.post<Refusal>(`/api/counters/${COUNTER}/return`, { number }, { 'accept-language': language });

async function said(number: string): Promise<string[]> {
  const answers = [await bringBack(number, 'zh-CN'), await bringBack(number, 'en')];
  expect(answers.map(({ status, body }) => [status, body.error.code])).toEqual([
    [409, 'wrong-state'],
    [409, 'wrong-state'],
  ]);
  return answers.map(({ body }) => body.error.message);
}

test('a number that waits, was served, or was voided is told apart when a clerk would bring it back', async () => {
  const { number: first } = await hall.take();
  expect(await said(first)).toEqual([
    '这个号还在等候，不能进行此操作。',
    'This number is still waiting, so this cannot be done.',
  ]);

  await hall.clerk.post(`/api/counters/${COUNTER}/call-next`, {});
  await hall.clerk.post(`/api/counters/${COUNTER}/start`, {});
  await hall.clerk.post(`/api/counters/${COUNTER}/finish`, { outcome: 'done' });
  expect((await said(first))[1]).toMatch(/has been served/);

  const { number: second } = await hall.take();
  const manager = await hall.person('hall-manager');
  const reasons = await manager.get<{ voidReasons: { id: string }[] }>('/api/hall');
  const reason = reasons.body.voidReasons[0]?.id;
  expect((await manager.post('/api/void', { serviceId: SERVICE, reason })).status).toBe(200);
  expect(await said(second)).toEqual([
    '这个号已作废，如需办理请重新取号。',
    'This number was voided. A new number is needed.',
  ]);
});
