import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { expect, test } from 'vitest';
import { pairDevice, signIn, startHub } from '../support/hub.ts';
import { pause, screenOf } from './support/screen.ts';

test('a kiosk that comes back learns what became of the slip it shows', async () => {
  const hub = await startHub();
  try {
    const kiosk = await pairDevice(hub, await signIn(hub), 'kiosk');
    const before = screenOf(kiosk, hub.url);
    const { body } = await kiosk.post<{ ticket: TicketView }>('/api/tickets', { serviceId: 'social-card' });
    const { id } = body.ticket;
    await before.sees('slip', ({ ticketId, print }) => ticketId === id && print.state === 'printed');
    before.close();

    const after = screenOf(kiosk, hub.url);
    await after.sees('hello');
    expect(after.received.slip).toEqual([]);
    after.socket.emit('showing', id);
    const { print } = await after.sees('slip', ({ ticketId }) => ticketId === id);
    expect(print).toMatchObject({ state: 'printed', virtual: true });

    // Said again it is nothing new: an answer to that would be a question, and so on for ever.
    after.socket.emit('showing', id);
    after.socket.emit('showing', null);
    after.socket.emit('showing', id);
    await expect.poll(() => after.received.slip.length).toBe(2);
    await pause(200);
    expect(after.received.slip).toHaveLength(2);
    after.close();
  } finally {
    await hub.close();
  }
});
