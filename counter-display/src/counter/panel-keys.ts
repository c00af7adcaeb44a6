import type { Outcome } from '@jiaohao/shared/contract/ticket.ts';
import { changeBack, changeWish } from './change-entry.ts';
import type { Command } from './commands.ts';
import { servicesWithGuides } from './guide-services.ts';
import type { Stroke } from './keys.ts';
import { stepEntry } from './number-entry.ts';
import type { Desk, Panel, Wish } from './panel.ts';
import { numberCommand, serviceCommand, transferCommand } from './panel-commands.ts';
import { stepPark } from './park-entry.ts';
import { pauseRows } from './pause-rows.ts';
import { mayWait, priorityRows, toggledWait } from './priority-rows.ts';
import { emptyRelief, stepRelief } from './relief-entry.ts';
import { stepService } from './service-entry.ts';
import { stepTransfer } from './transfer-entry.ts';

/** The keys of a panel. */
export function panelWish(panel: Panel, stroke: Stroke, desk: Desk): Wish | null {
  const { view, hall } = desk;
  const close: Wish = { kind: 'panel', panel: null };
  const command = (what: Command): Wish => ({ kind: 'command', command: what });
  switch (panel.kind) {
    case 'number': {
      const step = stepEntry(panel.entry, stroke, view);
      if (step.kind === 'send') return command(numberCommand(panel.entry, step.number));
      if (step.kind === 'entry') return { kind: 'panel', panel: { kind: 'number', entry: step.entry } };
      return step.kind === 'close' ? close : null;
    }
    case 'park': {
      const step = stepPark(panel.entry, stroke, view);
      if (step.kind === 'send') return command({ name: 'park', reason: step.reason, minutes: step.minutes });
      if (step.kind === 'entry') return { kind: 'panel', panel: { kind: 'park', entry: step.entry } };
      return step.kind === 'close' ? close : null;
    }
    case 'service': {
      if (stroke.kind === 'multiply' && panel.entry.purpose === 'change-service')
        return { kind: 'panel', panel: { kind: 'priority', entry: { waits: false } } };
      const step = stepService(panel.entry, stroke, view, hall);
      if (step.kind === 'send') return command(serviceCommand(panel.entry, step.service, view));
      if (step.kind === 'entry') return { kind: 'panel', panel: { kind: 'service', entry: step.entry } };
      return step.kind === 'close' ? close : null;
    }
    case 'transfer': {
      const step = stepTransfer(panel.entry, stroke, view, hall);
      if (step.kind === 'send') return command(transferCommand(panel.entry, step.to));
      if (step.kind === 'entry') return { kind: 'panel', panel: { kind: 'transfer', entry: step.entry } };
      return step.kind === 'close' ? close : null;
    }
    case 'relief': {
      const step = stepRelief(panel.entry, stroke, desk.relievers ?? []);
      if (step.kind === 'send') return { kind: 'relieve', clerkId: step.clerkId, pin: step.pin };
      if (step.kind === 'entry') return { kind: 'panel', panel: { kind: 'relief', entry: step.entry } };
      return step.kind === 'close' ? close : null;
    }
    case 'change':
    case 'pause':
    case 'keys':
    case 'menu':
    case 'outcome':
    case 'guide':
    case 'priority':
      if (stroke.kind === 'escape' || stroke.kind === 'subtract' || stroke.kind === 'backspace') {
        return stroke.kind === 'escape' ? close : { kind: 'panel', panel: stepBack(panel) };
      }
      return pressedIn(panel, stroke, desk);
    default:
      return panel satisfies never;
  }
}

/** The keys of a panel that has nothing typed in it. */
function pressedIn(panel: Panel, stroke: Stroke, desk: Desk): Wish | null {
  switch (panel.kind) {
    case 'change':
      return changeWish(panel, stroke, desk);
    case 'outcome':
      return outcomeWish(panel.outcome, stroke, desk);
    case 'guide':
      return guideWish(panel.serviceId, stroke, desk);
    case 'pause':
      if (stroke.kind === 'multiply') return { kind: 'panel', panel: { kind: 'relief', entry: emptyRelief } };
      if (stroke.kind === 'divide') return { kind: 'other-counter' };
      return stroke.kind === 'digit'
        ? (pauseRows(panel, desk)[Number(stroke.digit) - 1]?.wish ?? null)
        : null;
    case 'priority':
      if (stroke.kind === 'multiply') return mayWait(panel) ? toggledWait(panel) : null;
      return stroke.kind === 'digit'
        ? (priorityRows(panel, desk)[Number(stroke.digit) - 1]?.wish ?? null)
        : null;
    default:
      return null;
  }
}

/** Before the second question there is the first. */
function stepBack(panel: Panel): Panel | null {
  if (panel.kind === 'change') return changeBack(panel);
  if (panel.kind === 'pause' && panel.reason !== undefined) return { kind: 'pause' };
  return panel.kind === 'priority' && panel.entry.choice
    ? { kind: 'priority', entry: { waits: false } }
    : null;
}

function outcomeWish(outcome: Outcome, stroke: Stroke, { choices = [] }: Desk): Wish | null {
  switch (stroke.kind) {
    case 'digit': {
      const choice = choices[Number(stroke.digit) - 1];
      return choice ? { kind: 'details', details: choice.after } : null;
    }
    case 'enter':
      return { kind: 'primary' };
    case 'decimal':
      return { kind: 'command', command: { name: 'finish', outcome } };
    case 'add':
      return { kind: 'note' };
    default:
      return null;
  }
}

function guideWish(serviceId: string, stroke: Stroke, { view }: Desk): Wish | null {
  switch (stroke.kind) {
    case 'digit': {
      const service = servicesWithGuides(view)[Number(stroke.digit) - 1];
      return service ? { kind: 'panel', panel: { kind: 'guide', serviceId: service.id } } : null;
    }
    case 'enter':
      return { kind: 'print-guide', serviceId };
    case 'multiply':
      return view.ticket ? { kind: 'tell-guide', serviceId } : null;
    default:
      return null;
  }
}
