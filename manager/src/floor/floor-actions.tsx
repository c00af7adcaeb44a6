import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { texts } from '../texts.ts';
import { Announce } from './announce.tsx';
import { BeginEmergency } from './begin-emergency.tsx';
import { EndEmergency } from './emergency-now.tsx';
import { FindTicket } from './find-ticket.tsx';
import type { FloorProps } from './floor-props.ts';
import { IssueForSomeone } from './issue-for-someone.tsx';
import { PrintList } from './print-list.tsx';
import { VoidQueue } from './void-queue.tsx';

const ACTIONS = {
  issue: IssueForSomeone,
  find: FindTicket,
  printList: PrintList,
  announce: Announce,
  voidQueue: VoidQueue,
  emergency: BeginEmergency,
  emergencyEnd: EndEmergency,
} as const satisfies Record<string, ComponentType<FloorProps>>;
type Action = keyof typeof ACTIONS;
const ORDER = ['issue', 'find', 'printList', 'announce', 'voidQueue'] as const satisfies readonly Action[];

/** The hall manager's moves, each in a dialog of its own. */
export function FloorActions({ view }: { view: HallView }) {
  const t = texts.value.floor;
  const open = useSignal<Action | null>(null);
  const Shown = open.value === null ? null : ACTIONS[open.value];
  // Chosen by the tap: a dialog that is open stays what it was, whatever the hall does meanwhile.
  const last: Action = view.emergency ? 'emergencyEnd' : 'emergency';
  return (
    <>
      <nav class="floor-actions" aria-label={t.actions}>
        {[...ORDER, last].map((action) => (
          <button
            key={action}
            type="button"
            class={`floor-action ${action}`}
            onClick={() => {
              open.value = action;
            }}
          >
            {t[action]}
          </button>
        ))}
      </nav>
      {Shown && (
        <Shown
          view={view}
          onClose={() => {
            open.value = null;
          }}
        />
      )}
    </>
  );
}
