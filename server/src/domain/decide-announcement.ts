import type { Command } from './command.ts';
import { announcementPresets } from './emergency-messages.ts';
import { DomainError } from './errors.ts';
import type { Actor, DayEvent } from './event.ts';
import type { Settings } from './settings.ts';
import type { DayState } from './state.ts';

/**
 * The hall is told something on its screens and aloud, or it is taken off them again.
 * @throws DomainError `not-allowed`, `unknown-reason` for a text that the settings do not have, `day-closed`
 */
export function decideAnnouncement(
  state: DayState,
  command: Extract<Command, { type: 'announce' | 'withdraw-announcement' }>,
  by: Actor,
  settings: Settings,
  now: number,
): DayEvent[] {
  if (state.ended) throw new DomainError('day-closed');
  if (by.kind !== 'person' || by.role === 'clerk') throw new DomainError('not-allowed');
  const { announcementId } = command;
  if (command.type === 'withdraw-announcement') {
    const shown = state.announcements.some(({ id, until }) => id === announcementId && until > now);
    return shown ? [{ type: 'announcement-withdrawn', data: { announcementId } }] : [];
  }
  const { words, times, minutes } = command;
  const until = now + minutes * 60_000;
  if ('textId' in words) {
    return [{ type: 'announced', data: { announcementId, textId: words.textId, times, until } }];
  }
  const preset = announcementPresets(settings).find(({ id }) => id === words.presetId);
  if (!preset) throw new DomainError('unknown-reason', { announcement: words.presetId });
  return [{ type: 'announced', data: { announcementId, ...words, text: preset.text, times, until } }];
}
