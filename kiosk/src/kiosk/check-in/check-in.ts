import { type Api, ApiError } from '@jiaohao/shared/client/api.ts';
import type { CheckInAnswer, FoundAnswer, FoundAppointment } from '@jiaohao/shared/contract/appointments.ts';
import { signal } from '@preact/signals';
import type { KioskActions } from '../kiosk-actions.ts';
import type { KioskState } from '../kiosk-state.ts';
import { type EntryKey, flawIn, type Means, typed } from './entry.ts';
import type { CheckInTexts } from './texts.ts';

/** What stands on the screen: digits that are typed, or what they led to. */
export type Phase = { at: 'typing' } | { at: 'looking' } | { at: 'found'; appointments: FoundAppointment[] };

type Problem = Extract<
  keyof CheckInTexts,
  'wrongCode' | 'wrongPhone' | 'unknown' | 'tooMany' | 'unreachable'
>;

/** One person's check-in. All of it is gone with the screen: nobody finds what was typed before. */
export function createCheckIn(state: KioskState, actions: KioskActions, api: Pick<Api, 'post'>) {
  const means = signal<Means>('code');
  const digits = signal('');
  const phase = signal<Phase>({ at: 'typing' });
  /** The appointment whose number is being fetched. */
  const taking = signal<string | null>(null);
  const problem = signal<Problem | { words: string } | null>(null);
  /** Answers that come after the screen was left are nobody's. */
  let left = false;

  const words = () => (means.value === 'code' ? { code: digits.value } : { phone: digits.value });

  async function find(): Promise<void> {
    if (phase.value.at !== 'typing' || digits.value === '') return;
    const flaw = flawIn(digits.value, means.value);
    if (flaw) {
      problem.value = flaw;
      return;
    }
    problem.value = null;
    phase.value = { at: 'looking' };
    try {
      const { appointments } = await api.post<FoundAnswer>('/api/appointments/find', words());
      if (left) return;
      phase.value = { at: 'found', appointments };
      actions.settle();
    } catch (error) {
      if (left) return;
      phase.value = { at: 'typing' };
      problem.value = problemOf(error);
    } finally {
      if (!left) actions.goOn();
    }
  }

  async function take(appointmentId: string): Promise<void> {
    if (taking.value !== null || state.blocked.value !== null) return;
    taking.value = appointmentId;
    state.wishing.value = appointmentId;
    problem.value = null;
    try {
      const language = state.comfort.language.value;
      const body = { ...words(), appointmentId, language };
      const { ticket } = await api.post<CheckInAnswer>('/api/appointments/check-in', body);
      if (!left) actions.showIssued(ticket);
    } catch (error) {
      if (!left) problem.value = problemOf(error);
    } finally {
      taking.value = null;
      state.wishing.value = null;
    }
  }

  function again(): void {
    digits.value = '';
    problem.value = null;
    phase.value = { at: 'typing' };
    actions.settle();
  }

  return {
    means,
    digits,
    phase,
    taking,
    problem,
    choose(next: Means): void {
      means.value = next;
      again();
    },
    press(key: EntryKey): void {
      if (phase.value.at !== 'typing') return;
      problem.value = null;
      digits.value = typed(digits.value, key, means.value);
    },
    find,
    /** A code that was scanned. */
    read(code: string): void {
      means.value = 'code';
      again();
      digits.value = code;
      void find();
    },
    take,
    again,
    leave(): void {
      left = true;
      digits.value = '';
    },
  };
}

export type CheckIn = ReturnType<typeof createCheckIn>;

function problemOf(error: unknown): Problem | { words: string } {
  if (!(error instanceof ApiError)) return 'unreachable';
  if (error.code === 'unknown-appointment') return 'unknown';
  if (error.code === 'too-many-attempts') return 'tooMany';
  return error.code === 'unreachable' ? 'unreachable' : { words: error.message };
}
