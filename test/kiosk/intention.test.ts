import { type Api, ApiError } from '@jiaohao/shared/client/api.ts';
import { describe, expect, it } from 'vitest';
import { createIntention } from '../../kiosk/src/kiosk/intention.ts';

interface Sent {
  body: unknown;
  key: string | undefined;
}

/** A wire whose answers the test gives, in order. */
function wire(...answers: (object | ApiError)[]) {
  const sent: Sent[] = [];
  const post: Api['post'] = async <T>(_path: string, body?: unknown, options?: { key?: string }) => {
    sent.push({ body, key: options?.key });
    await Promise.resolve();
    const answer = answers.shift();
    if (answer instanceof ApiError) throw answer;
    return answer as T;
  };
  return { post, sent };
}

const silence = () => new ApiError('unreachable', 0, '');
const ticket = { ticket: { id: 't1', number: 'A001' } };

describe('the wish for a number', () => {
  it('pressed twice is asked for once', async () => {
    const { post, sent } = wire(ticket, ticket);
    const intention = createIntention({ post });
    const [first, second] = await Promise.all([
      intention.ask({ serviceId: 'a' }),
      intention.ask({ serviceId: 'b' }),
    ]);
    expect(first?.number).toBe('A001');
    expect(second).toBeNull();
    expect(sent).toHaveLength(1);
  });

  it('tried again after silence carries the same key and body, even in another language', async () => {
    const { post, sent } = wire(silence(), ticket);
    const intention = createIntention({ post });
    await expect(intention.ask({ serviceId: 'a', language: 'zh-CN' })).rejects.toThrow(ApiError);
    await intention.ask({ serviceId: 'a', language: 'en' });
    expect(sent[1]).toEqual(sent[0]);
  });

  it('for another service is another wish', async () => {
    const { post, sent } = wire(silence(), ticket);
    const intention = createIntention({ post });
    await intention.ask({ serviceId: 'a' }).catch(() => {});
    await intention.ask({ serviceId: 'b' });
    expect(sent[1]?.key).not.toBe(sent[0]?.key);
  });

  it('of the next person is another wish', async () => {
    const { post, sent } = wire(silence(), ticket);
    const intention = createIntention({ post });
    await intention.ask({ serviceId: 'a' }).catch(() => {});
    intention.forget();
    await intention.ask({ serviceId: 'a' });
    expect(sent[1]?.key).not.toBe(sent[0]?.key);
  });

  it('that the hub refused is over: the next press asks anew', async () => {
    const { post, sent } = wire(new ApiError('service-closed', 409, ''), ticket);
    const intention = createIntention({ post });
    await intention.ask({ serviceId: 'a' }).catch(() => {});
    await intention.ask({ serviceId: 'a' });
    expect(sent[1]?.key).not.toBe(sent[0]?.key);
  });
});
