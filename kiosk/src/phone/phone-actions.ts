import { type Api, ApiError } from '@jiaohao/shared/client/api.ts';
import { sync } from '@jiaohao/shared/client/hub-clock.ts';
import type { GuideView } from '@jiaohao/shared/contract/guide.ts';
import type { PhoneView } from '@jiaohao/shared/contract/ticket.ts';
import type { Level } from '@jiaohao/shared/ui/faces.tsx';
import type { PhoneState } from './phone-state.ts';

/** What the holder of the slip `token` can do, and how news of it comes in. */
export function createPhoneActions(state: PhoneState, api: Api, token: string) {
  const path = `/api/tickets/${encodeURIComponent(token)}`;
  const asked = new Set<string>();

  function show(view: PhoneView): void {
    sync(view.now);
    state.view.value = view;
  }

  /** @returns whether the hub answered; an unknown ticket is an answer. */
  async function refresh(): Promise<boolean> {
    try {
      const { ticket } = await api.get<{ ticket: PhoneView }>(path);
      show(ticket);
      state.unknown.value = false;
      return true;
    } catch (error) {
      if (!(error instanceof ApiError) || error.code === 'unreachable' || error.status >= 500) return false;
      // Once shown, a ticket is not taken away by an odd answer.
      if (error.status === 404 || error.status === 400) state.unknown.value = state.view.value === null;
      return true;
    }
  }

  /** @returns what the hub answered; null when it refused, or could not be asked. */
  async function send(
    what: 'cancel' | 'rating' | 'rating/reasons',
    body: object,
  ): Promise<{ tooSoon?: boolean } | null> {
    if (state.sending.value !== null) return null;
    state.sending.value = what;
    state.problem.value = '';
    try {
      return await api.post<{ tooSoon?: boolean }>(`${path}/${what}`, body);
    } catch (error) {
      const said = error instanceof ApiError ? error.message : '';
      state.problem.value = said || state.c.value.unexpected;
      return null;
    } finally {
      state.sending.value = null;
      void refresh();
    }
  }

  return {
    show,
    refresh,
    ask(open: boolean): void {
      state.asking.value = open;
      state.problem.value = '';
    },
    async cancel(): Promise<void> {
      if (await send('cancel', {})) state.asking.value = false;
    },
    async rate(level: Level): Promise<void> {
      const turnId = state.question.value?.turnId;
      if (turnId === undefined) return;
      const taken = await send('rating', { level, turnId });
      // Before anybody can have read the question: it stays.
      if (!taken || taken.tooSoon) return;
      state.rated.value = [...state.rated.value, turnId];
      state.telling.value = { turnId, level };
    },
    /** Why it was pressed, and a word of one's own; without any of them it only ends the asking. */
    async explain(reasons: readonly string[], comment: string): Promise<void> {
      const turnId = state.telling.value?.turnId;
      if (turnId === undefined) return;
      const reasonsVersion = state.view.value?.ratingReasons?.version;
      const words = comment.trim() === '' ? undefined : comment.trim();
      const said = reasons.length > 0 || words !== undefined;
      if (!said || (await send('rating/reasons', { turnId, reasons, reasonsVersion, comment: words })))
        state.telling.value = null;
    },
    /** The service's guide; that it was shown here is noted in the day's log. Rejects with `ApiError`. */
    async guide(): Promise<GuideView> {
      const { guide } = await api.get<{ guide: GuideView }>(`${path}/guide`);
      const { version } = guide;
      // What a day that is over no longer notes can be read all the same.
      void api.post(`${path}/guide-shown`, { version }).catch(() => {});
      return guide;
    },
    /** The form is on the screen: the hub counts the turn as asked, once. */
    ratingShown(turnId: string): void {
      if (asked.has(turnId)) return;
      asked.add(turnId);
      // Only "not asked" is at stake: where it does not arrive, the turn stays so counted.
      void api.post(`${path}/rating-shown`, { turnId }).catch(() => {});
    },
  };
}

export type PhoneActions = ReturnType<typeof createPhoneActions>;
