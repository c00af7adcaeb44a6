import type { Menu } from '@jiaohao/shared/contract/screens.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Heard, voiceStandIn } from '../support/voice-stand-in.ts';
import { type HallAtWork, hallAtWork } from './support/hall-at-work.ts';
import { expectError } from './support/shape.ts';

/** What a kiosk can have the hub say. */

const heard: Heard[] = [];
let there = true;
const synthesiser = { ...voiceStandIn(heard), available: () => there };

let hall: HallAtWork;
beforeAll(async () => {
  hall = await hallAtWork({ synthesiser });
});
afterAll(() => hall.hub.close());

describe('a kiosk', () => {
  test('has its number said in both languages, with how many are ahead', async () => {
    await hall.take();
    const { number, ahead } = await hall.take();
    for (const [language, words] of [
      ['zh', /您的号码是，A零零二号。前面还有一人/],
      ['en', /Your number is A, zero, zero, two\. There is one person/],
    ] as const) {
      const clip = await hall.kiosk.get(`/api/voice/ticket/${language}/${number}/${ahead}.wav`);
      expect(clip.status).toBe(200);
      expect(clip.headers.get('content-type')).toBe('audio/wav');
      expect(heard.at(-1)?.[1]).toMatch(words);
    }
  });

  test('cannot have a number said that is not out, nor words of its own', async () => {
    expectError(await hall.kiosk.get('/api/voice/ticket/zh/Z999/0.wav'), 'not-found');
    expectError(await hall.kiosk.get('/api/voice/ticket/zh/A001/1000.wav'), 'malformed');
    expectError(await hall.kiosk.get('/api/voice/kiosk/zh/anything.wav'), 'malformed');
    expect((await hall.kiosk.get('/api/voice/kiosk/zh/home.wav')).status).toBe(200);
  });

  test('knows from the menu whether there is a voice', async () => {
    const speech = async () => (await hall.kiosk.get<Menu>('/api/menu')).body.kiosk.speech;
    expect(await speech()).toEqual(['zh', 'en']);
    there = false;
    expect(await speech()).toEqual([]);
    expectError(await hall.kiosk.get('/api/voice/kiosk/zh/home.wav'), 'not-found');
    there = true;
  });

  test('learns which key issues what, and no key may issue what there is not', async () => {
    const read = async () =>
      (await hall.admin.get<{ version: number; rules: Record<string, unknown> }>('/api/settings/rules')).body;
    const put = async (keys: object[]) => {
      const { version, rules } = await read();
      return hall.admin.put('/api/settings/rules', { version, rules: { ...rules, kiosk: { keys } } });
    };
    expectError(await put([{ code: 'F1', serviceId: 'nothing' }]), 'invalid-settings');
    const twice = { code: 'F1', serviceId: 'social-card' };
    expectError(await put([twice, twice]), 'invalid-settings');
    expect((await put([twice])).status).toBe(200);
    const { kiosk } = (await hall.kiosk.get<Menu>('/api/menu')).body;
    expect(kiosk).toMatchObject({ keys: [twice], speakNumbers: false });
  });
});
