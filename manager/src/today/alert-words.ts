import type { Role } from '@jiaohao/shared/contract/hall.ts';
import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import type { Texts } from '../texts.ts';

export type Alert = HallView['alerts'][number];

export interface AlertWords {
  title: string;
  hint: string;
  /** Where, or why. */
  more?: string;
  grave: boolean;
  /** What the button says; null where nobody here can end it: a machine's trouble ends by itself. */
  button: string | null;
}

const MINUTE = 60_000;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** An alert of the hub in words for `role`; `timeOf` says when something was. A kind that this page does not know is shown as it is. */
export function alertWords(
  { kind, details = {} }: Alert,
  role: Role,
  t: Texts,
  timeOf: (at: number) => string,
): AlertWords {
  switch (kind) {
    case 'clock-jump': {
      // Figures depend on the clock, so that is for a manager to say.
      const may = role === 'manager' || role === 'admin';
      return {
        title: t.alerts[kind],
        hint: t.alertHints[kind],
        more: may ? undefined : t.managerConfirms,
        grave: true,
        button: may ? t.confirmClock : null,
      };
    }
    case 'help-kiosk': {
      const name = text(details['name']);
      return {
        title: t.alerts[kind],
        hint: t.alertHints[kind],
        more: name && t.helpAt({ name }),
        grave: false,
        button: t.floor.answer,
      };
    }
    case 'help-counter': {
      const number = details['number'];
      return {
        title: t.alerts[kind],
        hint: t.alertHints[kind],
        more: typeof number === 'number' ? t.helpAtCounter({ number }) : undefined,
        grave: false,
        button: t.floor.answer,
      };
    }
    case 'printer-trouble': {
      const reason = text(details['reason']);
      if (reason === 'near-end') return { title: t.nearEnd, hint: t.nearEndHint, grave: false, button: null };
      return {
        title: troubleWords(reason, t) ?? t.alerts[kind],
        hint: t.alertHints[kind],
        grave: false,
        button: null,
      };
    }
    case 'clerk-absent': {
      const { number, ticket } = details;
      const counter = typeof number === 'number' ? t.common.counter({ number }) : '';
      return {
        title: t.alerts[kind],
        hint: t.alertHints[kind],
        more: [counter, text(ticket)].filter(Boolean).join(' · '),
        grave: false,
        button: null,
      };
    }
    case 'outage': {
      const count = (name: string) => Number(details[name] ?? 0);
      const [from, to] = [count('from'), count('to')];
      const minutes = Math.max(1, Math.round((to - from) / MINUTE));
      return {
        title: t.outageAlert({
          from: timeOf(from),
          to: timeOf(to),
          duration: t.roughDuration({ hours: Math.floor(minutes / 60), minutes: minutes % 60 }),
          planned: details['planned'] === true,
        }),
        hint: t.outageHint,
        more: t.outageMet({
          waiting: count('waiting'),
          atCounters: count('called') + count('serving'),
          parked: count('parked'),
        }),
        grave: false,
        button: t.outageSeen,
      };
    }
    case 'store-trouble':
      return { title: t.alerts[kind], hint: t.alertHints[kind], grave: true, button: null };
    default:
      return { title: t.otherAlert, hint: kind, grave: false, button: t.resolve };
  }
}

/** A machine's trouble in words, or its code where there are none. */
export const troubleWords = <T extends string | undefined>(trouble: T, t: Texts): string | T =>
  trouble === undefined ? trouble : ((t.troubles as Record<string, string>)[trouble] ?? trouble);
