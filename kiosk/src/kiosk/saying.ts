import type { KioskState } from './kiosk-state.ts';
import { needsScreen } from './paper.ts';

/** More are not counted out; the same as the hub's limit. */
const MOST_AHEAD = 999;

type Saying = { kind: 'ticket'; number: string; ahead: number } | { kind: 'prompt'; prompt: string };

/** What the screen would say, were it to speak: the latest thing that concerns the person before it. */
export function sayingOf(state: KioskState): Saying | null {
  if (state.staff.value || state.wishing.value !== null) return null;
  if (state.warningSeconds.value !== null) return prompt('still');
  const dialog = state.dialog.value;
  switch (dialog?.kind) {
    case 'enquiry':
      return prompt('enquiry');
    case 'sorry':
      return prompt('sorry');
    case 'help':
      return dialog.state === 'sending' ? null : prompt(`help-${dialog.state}`);
    case 'guide':
    case 'unread':
      return null;
    default:
  }
  const ticket = state.ticket.value;
  switch (state.screen.value.at) {
    case 'home':
      return prompt(state.basket.value === null ? 'home' : 'several');
    case 'group':
      return prompt('group');
    case 'result':
      return ticket && { kind: 'ticket', number: ticket.number, ahead: Math.min(ticket.ahead, MOST_AHEAD) };
    case 'slip':
      return ticket?.status === 'waiting'
        ? { kind: 'ticket', number: ticket.number, ahead: Math.min(ticket.ahead, MOST_AHEAD) }
        : null;
    case 'check-in':
      // What is typed is nobody else's to hear; what came of it the screen's reader says.
      return null;
    default:
      return state.screen.value satisfies never;
  }
}

const prompt = (name: string): Saying => ({ kind: 'prompt', prompt: name });

/** The clips of what the screen says, in order. Empty where there is nothing to say or no voice for it. */
export function clipsOf(state: KioskState): string[] {
  const tag = state.spoken.value;
  const saying = sayingOf(state);
  if (tag === null || saying === null) return [];
  if (saying.kind === 'prompt') return [promptClip(tag, saying.prompt)];
  const clips = [`/api/voice/ticket/${tag}/${saying.number}/${saying.ahead}.wav`];
  const paper = state.paper.value;
  if (state.screen.value.at === 'result' && paper && needsScreen(paper))
    clips.push(promptClip(tag, 'no-paper'));
  return clips;
}

export const promptClip = (tag: string, name: string): string => `/api/voice/kiosk/${tag}/${name}.wav`;
