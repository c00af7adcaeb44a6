import type { OutcomeDetails, Referral } from '@jiaohao/shared/contract/guide.ts';
import type { Outcome } from '@jiaohao/shared/contract/ticket.ts';
import { DomainError } from './errors.ts';
import { refusalReasonsOf } from './refusal-reasons.ts';
import type { Settings } from './settings.ts';

/** What a clerk adds to an outcome. All of it is a choice from the settings, but for the note, which is kept elsewhere. */
export type DetailsGiven = Omit<OutcomeDetails, 'guideVersion'>;

/** Which outcome each detail belongs to; a line for the slip belongs to those that print one. */
const BELONGS_TO: Record<keyof DetailsGiven, readonly Outcome[]> = {
  missing: ['materials-missing'],
  reason: ['refused'],
  referredTo: ['referred'],
  noteId: ['materials-missing', 'refused', 'referred'],
};

/**
 * The details as they go into the log; null where there are none.
 * @throws DomainError `malformed` where they do not belong to the outcome, `unknown-material`,
 *   `unknown-refusal-reason`, `unknown-referral` where the settings do not hold them
 */
export function checkedDetails(
  outcome: Outcome,
  given: DetailsGiven | undefined,
  serviceId: string,
  settings: Settings,
): OutcomeDetails | null {
  const details: OutcomeDetails = {};
  for (const [name, outcomes] of Object.entries(BELONGS_TO)) {
    const field = name as keyof DetailsGiven;
    if (given?.[field] === undefined) continue;
    if (!outcomes.includes(outcome)) throw new DomainError('malformed', { field });
    Object.assign(details, { [field]: given[field] });
  }
  const guide = settings.guideById.get(serviceId);
  if (details.missing !== undefined) {
    const known = new Set(guide?.materials.map(({ id }) => id));
    const unknown = details.missing.find((id) => !known.has(id));
    if (unknown !== undefined) throw new DomainError('unknown-material', { material: unknown });
    details.missing = [...new Set(details.missing)];
    details.guideVersion = guide?.version;
  }
  if (
    details.reason !== undefined &&
    !refusalReasonsOf(settings.rules).some(({ id }) => id === details.reason)
  )
    throw new DomainError('unknown-refusal-reason', { reason: details.reason });
  if (details.referredTo && !isKnown(details.referredTo, serviceId, settings))
    throw new DomainError('unknown-referral', { id: details.referredTo.id });
  return Object.keys(details).length === 0 ? null : details;
}

function isKnown({ to, id }: Referral, serviceId: string, settings: Settings): boolean {
  if (to === 'office')
    return settings.guideById.get(serviceId)?.elsewhere.some((each) => each.id === id) ?? false;
  return settings.serviceById.get(id)?.archived !== true && settings.serviceById.has(id);
}
