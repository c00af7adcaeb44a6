import { type Api, ApiError } from '@jiaohao/shared/client/api.ts';
import { sync, tick } from '@jiaohao/shared/client/hub-clock.ts';
import { hallProfile } from '@jiaohao/shared/client/languages.ts';
import type { Live } from '@jiaohao/shared/client/live.ts';
import type { Reliever } from '@jiaohao/shared/contract/relief.ts';
import type { ScanAnswer } from '@jiaohao/shared/contract/scan.ts';
import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { WhoAmI } from '@jiaohao/shared/contract/session.ts';
import type { Outcome, PrintView, TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { computed, signal } from '@preact/signals';
import {
  type Command,
  type CommandName,
  meaningOf,
  possible,
  primaryOf,
  requestOf,
  type Secondary,
} from './commands.ts';
import { heldBy } from './counter-choice.ts';
import { type DetailChoice, detailChoices, type FinishDetails } from './finish-details.ts';
import { createGuides } from './guides.ts';
import { createHallDirectory } from './hall-directory.ts';
import { createPressGuard } from './press-guard.ts';
import { type ReliefLine, reliefLines } from './relief-entry.ts';
import { reportOf, type Saying } from './saying.ts';
import { isExpired } from './session.ts';
import { lostTo, situationOf, withAnswer } from './situation.ts';

/** What a page shows that its clerk has come to from another counter. */
export interface Arrival {
  saying: Saying | null;
  /** What was printed for whoever was finished there. */
  paper: PrintView | null;
}

/** Long enough to read twice; what it was about can be seen on the page anyway. */
const SAID_FOR_MS = 12_000;

/**
 * One counter on a clerk's page: the hub's last snapshot, the command under way, and what to say.
 * Commands go one at a time; a command that comes while another is under way is dropped, because it
 * was given by someone who has not yet seen what the first one did.
 */
export function createTerminal(options: {
  api: Api;
  live: Live;
  me: WhoAmI;
  counterId: string;
  arrival: Arrival | null;
  onExpired: () => void;
  /** The clerk, who asks for this counter, holds another. */
  onElsewhere: (heldId: string) => void;
  /** The clerk has left this counter for another. */
  onChanged: (counterId: string, arrival: Arrival) => void;
}) {
  const { api, live, me, counterId, arrival, onExpired, onElsewhere, onChanged } = options;
  const view = signal<CounterView | null>(null);
  const pending = signal<CommandName | null>(null);
  const saying = signal<Saying | null>(null);
  /** Whether a press would count now: false for a moment after the primary action changed. */
  const settled = signal(true);
  const chosen = signal<{ turnId: string; outcome: Outcome; details: FinishDetails } | null>(null);
  const papers = createGuides(api);
  const guard = createPressGuard();
  const directory = createHallDirectory(api);
  const relievers = signal<readonly ReliefLine[] | null>(null);
  const relieving = signal(false);
  let closing = false;

  const turnId = computed(() => view.value?.ticket?.turnId ?? null);
  const situation = computed(() => (view.value ? situationOf(view.value, me) : null));
  /** The outcome the ticket in hand would be finished with; a new turn starts from the default. */
  const outcome = computed<Outcome>(() => {
    const pick = chosen.value;
    if (pick && pick.turnId === turnId.value) return pick.outcome;
    return view.value?.rules.defaultOutcome ?? 'done';
  });
  /** What goes with it. */
  const details = computed<FinishDetails>(() => {
    const pick = chosen.value;
    return pick && pick.turnId === turnId.value ? pick.details : {};
  });
  /** What may go with it, in the order of the digits. */
  const choices = computed<readonly DetailChoice[]>(() =>
    view.value
      ? detailChoices(outcome.value, details.value, {
          guide: papers.guides.value.get(view.value.ticket?.serviceId ?? '') ?? null,
          view: view.value,
        })
      : [],
  );
  /** An emergency: nobody is called and no queue moves. */
  const held = computed(() => view.value?.emergency !== undefined);
  const primary = computed<Command | null>(() =>
    view.value && situation.value
      ? primaryOf(situation.value, view.value.rules.pressesStart, outcome.value, held.value)
      : null,
  );
  const undoable = computed(() => (view.value?.undo?.until ?? 0) > tick.value);
  const possibly = (isHeld: boolean): ReadonlySet<Secondary> =>
    view.value && situation.value
      ? possible(situation.value, view.value.rules.pressesStart, undoable.value, isHeld)
      : new Set<Secondary>();
  const can = computed(() => possibly(held.value));
  /** What could be done were the hall not held: buttons keep their names. */
  const usual = computed(() => possibly(false));

  let fading: ReturnType<typeof setTimeout> | undefined;
  function say(next: Saying | null): void {
    saying.value = next;
    clearTimeout(fading);
    if (next) fading = setTimeout(() => (saying.value = null), SAID_FOR_MS);
  }

  let settling: ReturnType<typeof setTimeout> | undefined;
  function show(next: CounterView): void {
    // A PIN is good for one stay at one counter.
    if (me.byPin && !relieving.value && lostTo(view.value, next, me)) onExpired();
    view.value = next;
    hallProfile.value = next.profile;
    const now = performance.now();
    guard.offers(meaningOf(primary.value, next), now);
    const quiet = guard.quietFor(now);
    settled.value = quiet === 0;
    clearTimeout(settling);
    if (quiet > 0) settling = setTimeout(() => (settled.value = true), quiet);
  }

  const watch = () => live.socket.emit('watch', counterId);
  const onCounter = (next: CounterView) => {
    if (next.counter.id !== counterId) return;
    sync(next.now);
    const lost = lostTo(view.value, next, me);
    if (lost && !closing) say({ tone: 'lost', what: `${lost}-elsewhere` });
    if (saying.value?.tone === 'lost' && next.clerk?.id === me.id) say(null);
    if (next.state === 'closed') closing = false;
    show(next);
  };
  live.socket.on('connect', watch);
  live.socket.on('counter', onCounter);
  if (live.socket.connected) watch();
  void directory.refresh();
  if (arrival) {
    say(arrival.saying);
    if (arrival.paper) void follow(arrival.paper, null);
  }

  async function send(command: Command, at: CounterView): Promise<Saying | null> {
    if (command.name === 'open') {
      // Leaving another counter is a question first: what is there must be seen to.
      await directory.refresh();
      const elsewhere = heldBy(directory.known.value?.counters ?? [], me.id);
      if (elsewhere && elsewhere.id !== counterId) {
        onElsewhere(elsewhere.id);
        return null;
      }
    }
    // Set aside first: a counter pauses with nobody in hand.
    if (command.name === 'pause' && command.parking !== undefined && at.ticket)
      await send({ name: 'park', reason: command.parking, minutes: null }, at);
    const { path, body } = requestOf(command, at, details.value);
    const answer = await api.post<{ ticket?: TicketView; counter?: CounterView; paper?: PrintView }>(
      path,
      body,
    );
    if (command.name === 'change') {
      onChanged(command.to.id, { saying: reportOf(command, at, null), paper: answer.paper ?? null });
      return null;
    }
    if (answer.paper) void follow(answer.paper, null);
    if (answer.ticket && command.name === 'reprint') void followSlip(answer.ticket);
    if (answer.counter) show(answer.counter);
    else if (answer.ticket && command.name !== 'return') show(withAnswer(view.value ?? at, answer.ticket));
    return reportOf(command, at, answer.ticket ?? null);
  }

  /** True when the hub did it. Never rejects: what went wrong is said. */
  async function run(command: Command): Promise<boolean> {
    const at = view.value;
    if (!at || pending.value !== null) return false;
    pending.value = command.name;
    say(null);
    closing = command.name === 'close' || command.name === 'change';
    try {
      const said = await send(command, at).catch((error: unknown) => {
        // Nobody to call: the customer who was served still goes.
        const alone = command.name === 'call-next' && command.finish !== null ? command.finish : null;
        if (alone === null || !(error instanceof ApiError) || error.code !== 'queue-empty') throw error;
        return send({ name: 'finish', outcome: alone }, at).then(
          (): Saying => ({ tone: 'done', what: 'finished-empty', number: at.ticket?.number ?? '' }),
        );
      });
      say(said);
      return true;
    } catch (error) {
      closing = false;
      said(error);
      return false;
    } finally {
      pending.value = null;
    }
  }

  /** Says what became of a paper: that it came out only where somebody waits for that word, that it did not always. */
  async function follow(print: PrintView, printed: Saying | null): Promise<void> {
    try {
      const { state, reason, jobId } = await papers.settled(print);
      if (state === 'printed') {
        if (printed) say(printed);
      } else say({ tone: 'paper', reason: reason ?? null, jobId: jobId ?? '' });
    } catch (error) {
      said(error);
    }
  }

  /** The slip of a ticket, printed again. */
  async function followSlip({ print, number }: TicketView): Promise<void> {
    try {
      const { state, reason } = await papers.settled(print);
      if (state === 'printed') say({ tone: 'done', what: 'reprinted', number });
      else say({ tone: 'slip', number, reason: reason ?? null });
    } catch (error) {
      said(error);
    }
  }

  function said(error: unknown): void {
    if (!(error instanceof ApiError)) throw error;
    if (isExpired(error.code)) onExpired();
    say(error.code === 'unreachable' ? { tone: 'unreachable' } : { tone: 'problem', words: error.message });
  }

  /** Who could take over. What was known stays until the hub has told. */
  async function askRelievers(): Promise<void> {
    try {
      const path = `/api/counters/${encodeURIComponent(counterId)}/relievers`;
      relievers.value = reliefLines((await api.get<{ relievers: Reliever[] }>(path)).relievers);
    } catch (error) {
      said(error);
    }
  }

  /** A colleague takes over. Answers who is signed in here now; null where nobody else is: then it is said why. */
  async function relieve(body: { clerkId: string; pin: string }): Promise<WhoAmI | null> {
    if (relieving.value || pending.value !== null) return null;
    relieving.value = true;
    say(null);
    // The page of whoever goes is cut off before the answer is here.
    closing = true;
    try {
      const path = `/api/counters/${encodeURIComponent(counterId)}/relieve`;
      const { clerkId, pin } = body;
      return await api.post<WhoAmI>(path, { clerkId, pin });
    } catch (error) {
      said(error);
      void askRelievers();
      return null;
    } finally {
      closing = false;
      relieving.value = false;
    }
  }

  const numberInHand = (): string => view.value?.ticket?.number ?? '';

  return {
    me,
    counterId,
    view,
    situation,
    primary,
    held,
    can,
    usual,
    outcome,
    details,
    choices,
    guides: papers.guides,
    pending,
    saying,
    settled,
    /** Where people can be sent; null until the hub has told. */
    hall: directory.known,
    lookAround: directory.refresh,
    relievers,
    askRelievers,
    relieving,
    relieve,
    run,
    /** A press of a button or key: runs the command if the press counts. */
    async press(command: Command | null): Promise<boolean> {
      const button = command !== null && command === primary.value ? 'primary' : (command?.name ?? 'primary');
      // Asked first, so that ignored presses are remembered too.
      const counts = guard.admits(button, performance.now());
      const waits = held.value && command?.name === 'call-next';
      return counts && command !== null && !waits ? run(command) : false;
    },
    /** The same key has just closed a panel: pressed twice, it must not take anything back. */
    holdUndo: (): void => void guard.admits('undo', performance.now()),
    choose(next: Outcome): void {
      if (!turnId.value || !can.value.has('outcome')) return;
      const same = outcome.value === next;
      chosen.value = { turnId: turnId.value, outcome: next, details: same ? details.value : {} };
    },
    /** What goes with the outcome that is chosen. */
    detail(next: FinishDetails): void {
      if (turnId.value) chosen.value = { turnId: turnId.value, outcome: outcome.value, details: next };
    },
    async loadGuide(serviceId: string): Promise<void> {
      await papers.load(serviceId).catch(said);
    },
    /** Its customer was told in person. */
    async tellGuide(serviceId: string): Promise<void> {
      const guide = papers.guides.value.get(serviceId);
      const ticket = view.value?.ticket;
      if (!guide || !ticket) return;
      const { number } = ticket;
      await papers.tell(ticket.id, guide).then(() => say({ tone: 'done', what: 'told', number }), said);
    },
    /** On paper, for the customer in hand where there is one, in their language. */
    async printGuide(serviceId: string, otherwise: string): Promise<void> {
      const ticket = view.value?.ticket;
      const done: Saying = { tone: 'done', what: 'guide-printed', number: numberInHand() };
      await papers
        .print(serviceId, ticket?.id, ticket?.language ?? otherwise)
        .then((print) => follow(print, done))
        .catch(said);
    },
    async printAgain(jobId: string): Promise<void> {
      const done: Saying = { tone: 'done', what: 'paper-printed', number: '' };
      await papers
        .printAgain(jobId)
        .then((print) => follow(print, done))
        .catch(said);
    },
    /** Whatever else is asked of this counter. True when the hub did it; else what went wrong is said. */
    async tell(what: string, body: Record<string, unknown>): Promise<boolean> {
      try {
        const path = `/api/counters/${encodeURIComponent(counterId)}/${what}`;
        const answer = await api.post<{ ticket?: TicketView; counter?: CounterView }>(path, body);
        if (answer.counter) show(answer.counter);
        else if (answer.ticket && view.value) show(withAnswer(view.value, answer.ticket));
        return true;
      } catch (error) {
        said(error);
        return false;
      }
    },
    hush: () => say(null),
    report: (words: string) => say({ tone: 'problem', words }),
    readSlip: (code: string) => api.post<ScanAnswer>('/api/scan', { code }),
    /** Nobody is at the counter and nothing is under way: a moment to reload the page. */
    restful: () => pending.value === null && !view.value?.ticket,
    stop(): void {
      clearTimeout(settling);
      clearTimeout(fading);
      live.socket.off('connect', watch);
      live.socket.off('counter', onCounter);
    },
  };
}

export type Terminal = ReturnType<typeof createTerminal>;
