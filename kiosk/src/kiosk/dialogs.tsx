import type { IssueBody } from '@jiaohao/shared/contract/ticket.ts';
import { likelyClock } from '@jiaohao/shared/i18n/likely-wait.ts';
import { Dialog } from '../dialog.tsx';
import { findService, peopleWaiting } from '../figures.ts';
import { GuideDialog } from './guide-lazy.ts';
import type { KioskProps } from './kiosk-props.ts';
import type { Dialog as Open } from './kiosk-state.ts';
import { lazily } from './lazy.tsx';

const HolderDialog = lazily(() => import('./holder-dialog.tsx').then((part) => part.HolderDialog));

const PriorityDialog = lazily(() => import('./priority-dialog.tsx').then((part) => part.PriorityDialog));

/** At most one at a time; "are you still there" before all others. */
export function Dialogs({ state, actions }: KioskProps) {
  const seconds = state.warningSeconds.value;
  if (seconds !== null) return <StillThere seconds={seconds} state={state} actions={actions} />;
  const open = state.dialog.value;
  switch (open?.kind) {
    case undefined:
      return null;
    case 'guide':
      return <GuideDialog serviceId={open.serviceId} state={state} actions={actions} />;
    case 'priority':
      return <PriorityDialog state={state} actions={actions} />;
    case 'enquiry':
      return <EnquiryDialog serviceId={open.serviceId} state={state} actions={actions} />;
    case 'unread':
      return <UnreadDialog unread={open} state={state} actions={actions} />;
    case 'help':
      return <HelpDialog answer={open.state} state={state} actions={actions} />;
    case 'late':
      return <LateDialog wish={open.wish} state={state} actions={actions} />;
    case 'holder': {
      const { wish, wrong } = open;
      const kinds = state.menu.value?.holder?.kinds ?? [];
      return <HolderDialog wish={wish} wrong={wrong} kinds={kinds} state={state} actions={actions} />;
    }
    case 'sorry':
      return <SorryDialog sorry={open} state={state} actions={actions} />;
    default:
      return open satisfies never;
  }
}

function StillThere({ seconds, state, actions }: KioskProps & { seconds: number }) {
  const t = state.t.value;
  return (
    <Dialog key="still-there" title={t.stillThere} onBackdrop={actions.goOn}>
      <p>{t.stillThereHint({ seconds })}</p>
      <div class="choices">
        <button type="button" class="primary" onClick={actions.goOn}>
          {t.goOn}
        </button>
        <button type="button" class="plain" onClick={actions.reset}>
          {t.leave}
        </button>
      </div>
    </Dialog>
  );
}

/** Before a number whose turn may come after closing time: better said here than in the queue. */
function LateDialog({ wish, state, actions }: KioskProps & { wish: IssueBody }) {
  const t = state.t.value;
  const menu = state.menu.value;
  const estimate = findService(menu, wish.serviceId ?? wish.serviceIds?.[0] ?? '')?.estimate ?? null;
  const clock = likelyClock(estimate, menu?.timeZone ?? 'UTC', state.comfort.language.value) ?? '';
  return (
    <Dialog key="late" title={t.lateTitle} tone="warning" onBackdrop={actions.closeDialog}>
      <p role="alert">{t.lateHint({ clock })}</p>
      <div class="choices">
        <button type="button" class="primary" onClick={actions.closeDialog}>
          {t.lateLeave}
        </button>
        <button type="button" class="plain" onClick={() => void actions.issue(wish, true)}>
          {t.lateTake}
        </button>
      </div>
    </Dialog>
  );
}

function HelpDialog({
  answer,
  state,
  actions,
}: KioskProps & { answer: Extract<Open, { kind: 'help' }>['state'] }) {
  const t = state.t.value;
  const title = { sending: t.helpTitle, sent: t.helpSent, coming: t.helpComing, failed: t.helpFailed }[
    answer
  ];
  const hint = { sending: '', sent: t.helpSentHint, coming: t.helpComingHint, failed: t.helpFailedHint }[
    answer
  ];
  return (
    <Dialog
      key="help"
      title={title}
      tone={answer === 'failed' ? 'warning' : 'plain'}
      onBackdrop={actions.closeDialog}
    >
      <p role="status">{hint}</p>
      <div class="choices">
        <button type="button" class="primary" onClick={actions.closeDialog}>
          {t.understood}
        </button>
      </div>
    </Dialog>
  );
}

/** One touch more, so that a hand that strays over the screen takes no number. */
function EnquiryDialog({ serviceId, state, actions }: KioskProps & { serviceId: string }) {
  const t = state.t.value;
  const service = findService(state.menu.value, serviceId);
  const c = state.c.value;
  return (
    <Dialog key="enquiry" title={t.enquiryTitle} onBackdrop={actions.closeDialog}>
      <p>{t.enquiryHint}</p>
      {service && <p class="figure">{peopleWaiting(service.waiting, c)}</p>}
      <div class="choices">
        <button
          type="button"
          class="primary"
          disabled={state.blocked.value !== null || service?.open !== true}
          onClick={() => void actions.take(serviceId)}
        >
          {t.takeNumber}
        </button>
        <button type="button" class="plain" onClick={actions.closeDialog}>
          {t.backHome}
        </button>
      </div>
    </Dialog>
  );
}

function UnreadDialog({
  unread,
  state,
  actions,
}: KioskProps & { unread: Extract<Open, { kind: 'unread' }> }) {
  const t = state.t.value;
  const { title, hint } = t.unread[unread.why];
  return (
    <Dialog key="unread" title={title} tone="warning" onBackdrop={actions.closeDialog}>
      <p role="alert">{hint}</p>
      <div class="choices">
        <button type="button" class="primary" onClick={actions.closeDialog}>
          {t.understood}
        </button>
      </div>
    </Dialog>
  );
}

/** Where trying again could help: no answer came, or the store was busy. */
const WORTH_ANOTHER_TRY = new Set(['too-soon', 'unreachable', 'store-unavailable', 'other']);

/** The hub knows from when on numbers are given again: its sentence says it. */
const SAID_BY_THE_HUB = new Set(['service-closed', 'quota-used']);

function SorryDialog({ sorry, state, actions }: KioskProps & { sorry: Extract<Open, { kind: 'sorry' }> }) {
  const t = state.t.value;
  const { title, hint } = t.sorry[sorry.code];
  const said = SAID_BY_THE_HUB.has(sorry.code) && sorry.message;
  const again = WORTH_ANOTHER_TRY.has(sorry.code);
  return (
    <Dialog key="sorry" title={said || title} tone="warning">
      <p role="alert">{(sorry.code === 'other' && sorry.message) || hint}</p>
      <div class="choices">
        {again && (
          <button
            type="button"
            class="primary"
            disabled={state.blocked.value !== null}
            onClick={() => void actions.issue(sorry.wish)}
          >
            {t.tryAgain}
          </button>
        )}
        <button type="button" class={again ? 'plain' : 'primary'} onClick={actions.closeDialog}>
          {t.understood}
        </button>
      </div>
    </Dialog>
  );
}
