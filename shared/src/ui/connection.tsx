import type { Connection } from '../client/live.ts';

/** A bar that says that the hub is gone; nothing while all is well. It lies over the page, so nothing jumps. */
export function HubLost({ connection, text }: { connection: Connection; text: string }) {
  return (
    <div class="hub-lost" role="status" aria-live="polite" data-lost={connection === 'lost'}>
      {connection === 'lost' ? text : ''}
    </div>
  );
}
