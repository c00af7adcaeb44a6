import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import { serve } from './serve.ts';

export interface LoadQuestion {
  url: string;
  path: string;
  token: string;
  /** One after the other, over and over. */
  bodies: unknown[];
  /** Requests that are under way together, each on its own connection. */
  atOnce: number;
  total: number;
}

export interface LoadAnswer {
  perSecond: number;
  /** Answers that were not 201. */
  failed: number;
}

/** POSTs `total` times, each with an idempotency key of its own, as a kiosk does. */
async function load({ url, path, token, bodies, atOnce, total }: LoadQuestion): Promise<LoadAnswer> {
  const pool = new Pool(url, { connections: atOnce, pipelining: 1 });
  const texts = bodies.map((body) => JSON.stringify(body));
  let sent = 0;
  let failed = 0;
  const worker = async () => {
    while (sent < total) {
      const body = texts[sent % texts.length] as string;
      sent += 1;
      const answer = await pool.request({
        method: 'POST',
        path,
        body,
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          'idempotency-key': randomUUID(),
        },
      });
      await answer.body.dump();
      if (answer.statusCode !== 201) failed += 1;
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: atOnce }, worker));
  const perSecond = (total / (performance.now() - begun)) * 1000;
  await pool.close();
  return { perSecond, failed };
}

serve({}, load, async () => {});
