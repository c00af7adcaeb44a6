import { type Api, ApiError } from '@jiaohao/shared/client/api.ts';
import type { SlipUpdate } from '@jiaohao/shared/contract/screens.ts';
import type { IssueBody, TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { findService } from '../figures.ts';
import { createIntention } from './intention.ts';
import type { HelpState, KioskState, ReadSlip, Screen, SorryCode } from './kiosk-state.ts';
import type { KioskTexts } from './kiosk-texts.ts';
import { needsScreen } from './paper.ts';

/** On one number; more would keep a person in the hall all day. */
export const MOST_SERVICES = 5;

/** All that a touch, the hub or the passing of time does to the kiosk. */
export function createKioskActions(state: KioskState, api: Api) {
  const intention = createIntention(api);
  /** News of the slip whose ticket is still on its way: a quick printer overtakes the answer. */
  let overtook: SlipUpdate | null = null;

  function settle(): void {
    state.now.value = performance.now();
    state.screenSince.value = state.now.value;
  }

  function show(screen: Screen): void {
    state.screen.value = screen;
    state.page.value = 0;
    settle();
  }

  function reset(): void {
    intention.forget();
    state.ticket.value = null;
    state.slip.value = null;
    state.basket.value = null;
    state.priority.value = null;
    state.holder.value = null;
    state.told.value = [];
    state.dialog.value = null;
    state.reprint.value = 'ready';
    state.comfort.reset();
    show({ at: 'home' });
  }

  function touched(): void {
    // While the kiosk asks, only an answer counts: else the overlay would go from under the finger.
    if (state.warningSeconds.value !== null) return;
    state.touchedAt.value = performance.now();
  }

  async function issue(wish: IssueBody, thoughLate = false): Promise<void> {
    if (state.wishing.value !== null || state.blocked.value !== null) return;
    const first = findService(state.menu.value, wish.serviceId ?? wish.serviceIds?.[0] ?? '');
    if (!thoughLate && first?.estimate?.afterClosing) {
      state.dialog.value = { kind: 'late', wish };
      settle();
      return;
    }
    const { holder } = state.menu.value ?? {};
    if (holder && !wish.holder) {
      const card = holder.kinds.includes('id') ? state.holder.value : null;
      if (card === null) {
        state.dialog.value = { kind: 'holder', wish, wrong: false };
        settle();
        return;
      }
      wish = { ...wish, holder: { kind: 'id', value: card } };
    }
    state.dialog.value = null;
    state.wishing.value = wish.serviceId ?? wish.serviceIds?.[0] ?? '';
    overtook = null;
    try {
      const taken = await intention.ask(whole(wish));
      if (taken !== null) showIssued(taken);
    } catch (error) {
      settle();
      const { holder: given, ...rest } = wish;
      state.holder.value = null;
      // What was typed is not kept for a message: only silence is asked again with the same words.
      const unanswered = error instanceof ApiError && (error.code === 'unreachable' || error.status >= 500);
      state.dialog.value =
        error instanceof ApiError && error.code === 'invalid-holder'
          ? { kind: 'holder', wish: rest, wrong: given !== undefined }
          : { kind: 'sorry', wish: unanswered ? wish : rest, ...sorryOf(error, state.t.value) };
    } finally {
      state.wishing.value = null;
      state.touchedAt.value = performance.now();
    }
  }

  /** What was read before stands in the log with the number it led to; a class that was chosen goes with it. */
  function whole(given: IssueBody): IssueBody {
    const priority = state.priority.value;
    const wish = priority === null ? given : { ...given, priority };
    const wanted = wish.serviceIds ?? [wish.serviceId];
    const told = state.told.value.filter(({ serviceId }) => wanted.indexOf(serviceId) >= 0);
    return told.length > 0 ? { ...wish, told } : wish;
  }

  /** A number that this kiosk has just given. */
  function showIssued(taken: TicketView): void {
    state.ticket.value = taken;
    state.slip.value = null;
    state.basket.value = null;
    state.holder.value = null;
    state.printSince.value = performance.now();
    state.reprint.value = 'ready';
    state.paperFailed.value = false;
    if (overtook) slip(overtook);
    show({ at: 'result' });
  }

  const language = () => state.comfort.language.value;
  const take = (serviceId: string) => issue({ serviceId, language: language() });

  function slip(update: SlipUpdate): void {
    const { ticketId, print } = update;
    const shown = state.ticket.value;
    if (state.wishing.value !== null) overtook = update;
    if (shown?.id !== ticketId) return;
    if (print.state !== shown.print.state || print.copy !== shown.print.copy) {
      state.printSince.value = performance.now();
    }
    state.ticket.value = { ...shown, print };
    if (state.paper.value && needsScreen(state.paper.value)) state.paperFailed.value = true;
  }

  async function printAgain(): Promise<void> {
    const shown = state.ticket.value;
    if (!shown || state.reprint.value === 'sending') return;
    state.reprint.value = 'sending';
    try {
      const { ticket } = await api.post<{ ticket: TicketView }>(`/api/tickets/${shown.id}/reprint`, {
        // The kiosk that took the number needs no proof.
        ...(state.slip.value ? { code: state.slip.value.code } : {}),
      });
      // Where the printer was quicker than the answer, the answer is old news.
      if (ticket.print.copy > (state.ticket.value?.print.copy ?? 0)) {
        slip({ ticketId: shown.id, print: ticket.print });
      }
      state.reprint.value = 'ready';
    } catch {
      state.reprint.value = 'failed';
    }
  }

  async function help(): Promise<void> {
    if (state.dialog.peek()?.kind === 'help') return;
    const lost = state.connection.value === 'lost';
    const tell = (answer: HelpState) => {
      state.dialog.value = { kind: 'help', state: answer };
    };
    tell(lost ? 'failed' : 'sending');
    if (lost) return;
    const answer = await api.post('/api/help', {}).then(
      () => 'sent' as const,
      () => 'failed' as const,
    );
    // Closed meanwhile, or another dialog: then there is nobody to tell.
    if (state.dialog.peek()?.kind === 'help') tell(answer);
  }

  /** Somebody is on the way. Whoever asked may have let the screen fall idle, and reads it as if they had touched it. */
  function helpComes(): void {
    const shown = state.dialog.peek();
    if (shown !== null && shown.kind !== 'help') return;
    if (state.isIdle.peek()) state.touchedAt.value = performance.now();
    state.dialog.value = { kind: 'help', state: 'coming' };
  }

  return {
    helpComes,
    openGroup: (groupId: string) => show({ at: 'group', groupId }),
    home: () => show({ at: 'home' }),
    /** An appointment: by keys, or by a code that was scanned. */
    checkIn(code?: string): void {
      if (state.blocked.value !== null) return;
      state.dialog.value = null;
      overtook = null;
      show({ at: 'check-in', ...(code !== undefined && { code }) });
    },
    showIssued,
    settle,
    turnTo: (page: number) => {
      state.page.value = page;
    },
    /** What "不知道办什么" leads to, once it is confirmed. */
    enquire: (serviceId: string) => {
      state.dialog.value = { kind: 'enquiry', serviceId };
    },
    showPriority: () => {
      state.dialog.value = { kind: 'priority' };
      settle();
    },
    explain: (serviceId: string) => {
      state.dialog.value = { kind: 'guide', serviceId };
    },
    closeDialog: () => {
      state.dialog.value = null;
      settle();
    },
    goOn: () => {
      state.touchedAt.value = performance.now();
      settle();
    },
    /** From now on a touch adds a service to those that go on one number, or takes it back. */
    several(): void {
      state.basket.value = [];
      show({ at: 'home' });
    },
    oneOnly(): void {
      state.basket.value = null;
      settle();
    },
    choose(serviceId: string): void {
      const chosen = state.basket.value ?? [];
      const kept = chosen.filter((id) => id !== serviceId);
      if (kept.length < chosen.length) state.basket.value = kept;
      else if (chosen.length < MOST_SERVICES) state.basket.value = [...chosen, serviceId];
    },
    takeSeveral(): Promise<void> {
      const [first, ...further] = state.basket.value ?? [];
      if (first === undefined) return Promise.resolve();
      return further.length === 0
        ? take(first)
        : issue({ serviceIds: [first, ...further], language: language() });
    },
    /** The ticket of a slip that was held before the scanner. */
    showSlip(read: ReadSlip): void {
      state.dialog.value = null;
      state.basket.value = null;
      state.slip.value = read;
      state.ticket.value = read.answer.ticket;
      show({ at: 'slip' });
    },
    async reprintSlip(): Promise<void> {
      await printAgain();
      if (state.slip.value === null || state.reprint.value === 'failed') return;
      state.printSince.value = performance.now();
      state.paperFailed.value = false;
      show({ at: 'result' });
    },
    /** Kept for the number that is taken next, in a hall that asks for it. */
    holdCard(number: string): void {
      // Where nobody asks for it, it is not even held.
      if (!state.menu.value?.holder?.kinds.includes('id')) return;
      const open = state.dialog.value;
      state.holder.value = number;
      if (open?.kind === 'holder') void issue(open.wish, true);
    },
    /** Staff are done: whoever comes next finds the first screen. */
    leaveStaff(): void {
      state.staff.value = false;
      reset();
    },
    /** For the parts that are fetched when they are needed. */
    hub: api,
    reset,
    touched,
    take,
    issue,
    show,
    slip,
    printAgain,
    help,
    /** The passing of time; call it about four times a second. */
    tick(): void {
      state.now.value = performance.now();
      if (state.paper.value && needsScreen(state.paper.value)) state.paperFailed.value = true;
      if (state.staff.value) return;
      if (state.warningSeconds.value === 0 || state.resultSeconds.value === 0) reset();
    },
  };
}

export type KioskActions = ReturnType<typeof createKioskActions>;

function sorryOf(error: unknown, texts: KioskTexts): { code: SorryCode; message: string } {
  if (!(error instanceof ApiError)) return { code: 'other', message: '' };
  const code = error.code in texts.sorry ? (error.code as SorryCode) : 'other';
  return { code, message: error.message };
}
