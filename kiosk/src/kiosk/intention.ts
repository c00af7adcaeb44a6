import { type Api, ApiError } from '@jiaohao/shared/client/api.ts';
import { randomId } from '@jiaohao/shared/client/random-id.ts';
import type { IssueBody, TicketView } from '@jiaohao/shared/contract/ticket.ts';

const sameServices = (a: IssueBody, b: IssueBody): boolean =>
  JSON.stringify(a.serviceIds ?? [a.serviceId]) === JSON.stringify(b.serviceIds ?? [b.serviceId]);

interface Asked {
  key: string;
  body: IssueBody;
}

/**
 * One person's wish for a number. While one is on its way, no other starts; asked for again after
 * no answer came, it goes out with the same key and body, so a person who presses twice, or tries
 * again, holds one number.
 */
export function createIntention(api: Pick<Api, 'post'>) {
  let busy = false;
  /** Sent, but nobody knows whether it arrived. */
  let unanswered: Asked | null = null;

  /**
   * @returns the ticket, or null where a wish was already on its way (this press was one too many)
   * @throws ApiError
   */
  async function ask(wish: IssueBody): Promise<TicketView | null> {
    if (busy) return null;
    busy = true;
    const asked =
      unanswered !== null && sameServices(unanswered.body, wish)
        ? unanswered
        : { key: randomId(), body: wish };
    unanswered = null;
    try {
      const { ticket } = await api.post<{ ticket: TicketView }>('/api/tickets', asked.body, {
        key: asked.key,
      });
      return ticket;
    } catch (error) {
      // Not ours to know whether it was committed: a refusal by the hub is final, silence is not.
      if (error instanceof ApiError && (error.code === 'unreachable' || error.status >= 500)) {
        unanswered = asked;
      }
      throw error;
    } finally {
      busy = false;
    }
  }

  /** The person left: the next one's wish is another, whatever became of this one. */
  function forget(): void {
    unanswered = null;
  }

  return { ask, forget };
}
