import { hallProfile } from '@jiaohao/shared/client/languages.ts';
import type { Connection } from '@jiaohao/shared/client/live.ts';
import type { ToldBefore } from '@jiaohao/shared/contract/guide.ts';
import type { ScanAnswer } from '@jiaohao/shared/contract/scan.ts';
import type { Menu } from '@jiaohao/shared/contract/screens.ts';
import type { IssueBody, TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { computed, signal } from '@preact/signals';
import { commonTexts } from '../texts.ts';
import type { Comfort } from './comfort.ts';
import { patience, resultSecondsLeft } from './idle.ts';
import { type KioskTexts, kioskTexts } from './kiosk-texts.ts';
import { paperOf } from './paper.ts';
import { spokenTag } from './spoken-tag.ts';

export type Screen =
  | { at: 'home' }
  | { at: 'group'; groupId: string }
  /** An appointment is checked in; `code` is one that was scanned. */
  | { at: 'check-in'; code?: string }
  | { at: 'result' }
  | { at: 'slip' };

/** A slip that was held before the scanner, and what the hub knows of it. */
export interface ReadSlip {
  code: string;
  answer: ScanAnswer & { ticket: TicketView };
}

export type SorryCode = keyof KioskTexts['sorry'];

export type Dialog =
  | { kind: 'guide'; serviceId: string }
  | { kind: 'priority' }
  | { kind: 'enquiry'; serviceId: string }
  | { kind: 'help'; state: HelpState }
  | { kind: 'late'; wish: IssueBody }
  /** `wrong`: the hub did not take what was typed. */
  | { kind: 'holder'; wish: IssueBody; wrong: boolean }
  | { kind: 'unread'; why: UnreadReason }
  | { kind: 'sorry'; code: SorryCode; message: string; wish: IssueBody };

/** 'coming': a member of the staff has answered. */
export type HelpState = 'sending' | 'sent' | 'coming' | 'failed';

/** Why a scanner's code leads nowhere. */
export type UnreadReason = 'unknown' | 'over' | 'unreachable';

/** A new screen takes no press for this long: the second tap of a double tap was meant for the old one. */
const SETTLE_MS = 350;

/** Everything the kiosk shows, apart from what changes it. Times in ms of `performance.now()`. */
export function createKioskState(comfort: Comfort) {
  const now = signal(performance.now());
  const touchedAt = signal(now.value);
  const screenSince = signal(Number.NEGATIVE_INFINITY);
  const connection = signal<Connection>('connecting');
  const menu = signal<Menu | null>(null);
  const screen = signal<Screen>({ at: 'home' });
  const page = signal(0);
  const dialog = signal<Dialog | null>(null);
  /** The service whose number is being fetched. */
  const wishing = signal<string | null>(null);
  const ticket = signal<TicketView | null>(null);
  /** The slip whose ticket is shown, where a scanner read it. */
  const slip = signal<ReadSlip | null>(null);
  /** The services that are to go on one number, in order; null: one is taken at a touch. */
  const basket = signal<string[] | null>(null);
  /** The priority class of the person who is here, for the number that is taken next. */
  const priority = signal<string | null>(null);
  /** An identity card that was held before the reader, for a hall that asks for it. Never shown, gone with the person. */
  const holder = signal<string | null>(null);
  /** Guides that this person has read or printed: they go with the number that is taken. */
  const told = signal<ToldBefore[]>([]);
  /** Counts the presses of the button that has the number said. */
  const hearAgain = signal(0);
  /** The staff's own menu lies over everything. */
  const staff = signal(false);
  const printSince = signal(0);
  const reprint = signal<'ready' | 'sending' | 'failed'>('ready');
  /** Paper has failed this ticket once: its code stays on the screen while the printer tries again. */
  const paperFailed = signal(false);

  const blocked = computed<'hub-lost' | 'held' | null>(() => {
    if (connection.value === 'lost') return 'hub-lost';
    return menu.value && !menu.value.issuing ? 'held' : null;
  });
  const paper = computed(() =>
    ticket.value ? paperOf(ticket.value.print, now.value - printSince.value) : null,
  );
  /** Changes with the number alone: what becomes of its slip is the hub's news, and not told back to it. */
  const showing = computed(() => ticket.value?.id ?? null);
  /** Nobody is here: the default screen in the default dress. */
  const isIdle = computed(
    () =>
      screen.value.at === 'home' &&
      page.value === 0 &&
      dialog.value === null &&
      wishing.value === null &&
      basket.value === null &&
      priority.value === null &&
      holder.value === null &&
      !staff.value &&
      comfort.isDefault.value,
  );
  /** Seconds of the "still there?" countdown; null while nothing is asked, 0 when it is over. */
  const warningSeconds = computed<number | null>(() => {
    if (isIdle.value || staff.value || screen.value.at === 'result' || wishing.value !== null) return null;
    const verdict = patience(now.value - touchedAt.value);
    if (verdict.kind === 'fine') return null;
    return verdict.kind === 'over' ? 0 : verdict.secondsLeft;
  });
  /** Seconds that the result stays; null while its slip is on its way. */
  const resultSeconds = computed<number | null>(() => {
    if (screen.value.at !== 'result' || !paper.value || paper.value.kind === 'coming') return null;
    const onPaper = paper.value.kind === 'take';
    // A printer that tries and fails again must not hold the screen: only paper is news.
    const quietSince = onPaper ? Math.max(touchedAt.value, printSince.value) : touchedAt.value;
    return resultSecondsLeft(now.value - quietSince, onPaper);
  });
  /** What the hub's voice calls the language that is chosen; null: it does not speak it. */
  const spoken = computed(() => spokenTag(comfort.language.value, menu.value?.kiosk.speech));
  const settling = computed(() => now.value - screenSince.value < SETTLE_MS);
  const t = computed(() => kioskTexts(comfort.language.value, hallProfile.value));
  const c = computed(() => commonTexts(comfort.language.value, hallProfile.value));

  return {
    comfort,
    now,
    touchedAt,
    screenSince,
    connection,
    menu,
    screen,
    page,
    dialog,
    wishing,
    ticket,
    showing,
    slip,
    basket,
    priority,
    holder,
    told,
    staff,
    hearAgain,
    spoken,
    printSince,
    reprint,
    paperFailed,
    blocked,
    paper,
    isIdle,
    warningSeconds,
    resultSeconds,
    settling,
    t,
    c,
  };
}

export type KioskState = ReturnType<typeof createKioskState>;
