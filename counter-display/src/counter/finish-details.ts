import type { GuideView, Referral } from '@jiaohao/shared/contract/guide.ts';
import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { Outcome } from '@jiaohao/shared/contract/ticket.ts';

/** What goes with an outcome: which materials, which reason, where to; and a line for the customer's slip. */
export interface FinishDetails {
  missing?: string[];
  reason?: string;
  referredTo?: Referral;
  note?: string;
}

/** The outcomes that ask for more: what the customer then takes home is printed. */
export const ASKS_MORE: ReadonlySet<Outcome> = new Set(['materials-missing', 'refused', 'referred']);

/** One line of the choice; its number key toggles it. */
export interface DetailChoice {
  key: string;
  name: Localized;
  /** The second line: original or copy; what another office does. */
  note: Localized | undefined;
  chosen: boolean;
  /** The details after it is pressed. */
  after: FinishDetails;
}

interface Known {
  /** Of the service in hand; null while it is not (or cannot be) fetched. */
  guide: GuideView | null;
  view: CounterView;
}

/** What can be chosen for an outcome. Materials are several; a reason and a place are one, and pressed again none. */
export function detailChoices(
  outcome: Outcome,
  details: FinishDetails,
  { guide, view }: Known,
): DetailChoice[] {
  switch (outcome) {
    case 'materials-missing':
      return (guide?.materials ?? []).map(({ id, name, note }) => {
        const missing = details.missing ?? [];
        const chosen = missing.indexOf(id) >= 0;
        const next = chosen ? missing.filter((each) => each !== id) : [...missing, id];
        return { key: id, name, note, chosen, after: { ...details, missing: next } };
      });
    case 'refused':
      return (view.rules.refusalReasons ?? []).map(({ id, name }) => {
        const chosen = details.reason === id;
        return {
          key: id,
          name,
          note: undefined,
          chosen,
          after: { ...details, reason: chosen ? undefined : id },
        };
      });
    case 'referred': {
      const to = details.referredTo;
      const choice = (referral: Referral, name: Localized, note?: Localized): DetailChoice => {
        const chosen = to?.to === referral.to && to.id === referral.id;
        const next = chosen ? undefined : referral;
        return {
          key: `${referral.to} ${referral.id}`,
          name,
          note,
          chosen,
          after: { ...details, referredTo: next },
        };
      };
      const own = view.ticket?.serviceId;
      return [
        ...(guide?.elsewhere ?? []).map(({ id, office, matter }) =>
          choice({ to: 'office', id }, office, matter),
        ),
        ...view.queues
          .filter(({ serviceId }) => serviceId !== own)
          .map(({ serviceId, name }) => choice({ to: 'service', id: serviceId }, name)),
      ];
    }
    default:
      return [];
  }
}

/** What is sent: without what was taken back again, nor a line for a slip that does not come. */
export function detailsSent(outcome: Outcome, details: FinishDetails): FinishDetails {
  const { missing = [], reason, referredTo } = details;
  const note = details.note?.trim() ?? '';
  switch (outcome) {
    case 'materials-missing':
      return { ...(missing.length > 0 && { missing }), ...(note && { note }) };
    case 'refused':
      return reason === undefined ? {} : { reason, ...(note && { note }) };
    case 'referred':
      return referredTo ? { referredTo, ...(note && { note }) } : {};
    default:
      return {};
  }
}

/** Whether a slip comes out. */
export const prints = (outcome: Outcome, details: FinishDetails): boolean =>
  Object.keys(detailsSent(outcome, details)).length > 0;

/** How many of the list are chosen, for the button beside the outcome. */
export const chosenCount = ({ missing = [], reason, referredTo }: FinishDetails): number =>
  missing.length + (reason === undefined ? 0 : 1) + (referredTo ? 1 : 0);
