import { words } from '@jiaohao/shared/i18n/words.ts';
import { HubLost } from '@jiaohao/shared/ui/connection.tsx';
import { EmergencyBar } from '@jiaohao/shared/ui/emergency-bar.tsx';
import { LanguageSwitch } from '@jiaohao/shared/ui/language-switch.tsx';
import { Dialog } from '../dialog.tsx';
import { lazily } from '../kiosk/lazy.tsx';
import { Feedback } from './feedback.tsx';
import { isOver } from './phase.ts';
import type { PhoneProps } from './phone-props.ts';
import type { PhoneState } from './phone-state.ts';
import { Status } from './status.tsx';

const GuidePanel = lazily(() => import('./guide-panel.tsx').then((part) => part.GuidePanel));

export function Phone({ state, actions }: PhoneProps) {
  const view = state.view.value;
  const language = state.language.value;
  return (
    <div class="phone">
      <header class="top">
        <p class="hall">{words(view?.hallName, language)}</p>
        <LanguageSwitch
          languages={state.languages.value}
          current={language}
          label={state.c.value.language}
          onChoose={(tag) => {
            state.chosen.value = tag;
          }}
        />
      </header>
      <HubLost connection={state.connection.value} text={state.t.value.hubLost} />
      <EmergencyBar emergency={view?.emergency} language={language} means="yourNumber" />
      <main>{view ? <Ticket state={state} actions={actions} view={view} /> : <Nothing state={state} />}</main>
      {state.asking.value && view?.canCancel && <CancelQuestion state={state} actions={actions} />}
    </div>
  );
}

function Nothing({ state }: { state: PhoneState }) {
  const t = state.t.value;
  return (
    <section class="status" role="status">
      <h1>{state.unknown.value ? t.unknown : state.c.value.connecting}</h1>
      <p>{state.unknown.value ? t.unknownHint : ''}</p>
    </section>
  );
}

function Ticket({ state, actions, view }: PhoneProps & { view: NonNullable<PhoneState['view']['value']> }) {
  const t = state.t.value;
  const language = state.language.value;
  const phase = state.phase.value;
  const waiting = phase === 'waiting' || phase === 'next' || phase === 'parked';
  return (
    <>
      <section class="ticket">
        <p class="label">{t.yourNumber}</p>
        <p class="number">{view.number}</p>
        <p class="service-name">{words(view.serviceName, language)}</p>
      </section>
      <Status state={state} view={view} />
      <Feedback state={state} actions={actions} />
      {view.further.length > 0 && phase !== null && !isOver(phase) && (
        <section class="further-panel">
          <h2>{t.further}</h2>
          <ol>
            {view.further.map((service) => {
              const name = words(service, language);
              return <li key={name}>{name}</li>;
            })}
          </ol>
        </section>
      )}
      {waiting && view.bring.length > 0 && (
        <section class="bring-panel">
          <h2>{t.bring}</h2>
          <ul>
            {view.bring.map((item) => {
              const line = words(item, language);
              return <li key={line}>{line}</li>;
            })}
          </ul>
          {view.form && (
            <p class="form-line">
              <b>{t.formLead}</b>
              {[view.form, view.where]
                .map((text) => words(text, language))
                .filter(Boolean)
                .join(t.formSeparator)}
            </p>
          )}
        </section>
      )}
      {view.guideVersion !== undefined && (waiting || phase === 'called' || phase === 'serving') && (
        <section class="guide-fold">
          <h2>
            <button
              type="button"
              class="plain"
              aria-expanded={state.reading.value}
              onClick={() => {
                state.reading.value = !state.reading.value;
              }}
            >
              {state.reading.value ? t.guideClose : t.guide}
            </button>
          </h2>
          {state.reading.value && <GuidePanel state={state} actions={actions} version={view.guideVersion} />}
        </section>
      )}
      {waiting && <p class="rule">{words(view.missedRule, language)}</p>}
      {view.canCancel && (
        <button type="button" class="plain leave" onClick={() => actions.ask(true)}>
          {t.cancel}
        </button>
      )}
      {phase !== null && !isOver(phase) && <p class="live">{t.live}</p>}
    </>
  );
}

function CancelQuestion({ state, actions }: PhoneProps) {
  const t = state.t.value;
  const sending = state.sending.value === 'cancel';
  return (
    <Dialog title={t.cancelAsk} tone="warning" onBackdrop={() => actions.ask(false)}>
      <p>{t.cancelAskHint}</p>
      <p class="problem" role="alert">
        {state.problem.value}
      </p>
      <div class="choices">
        <button type="button" class="primary" onClick={() => actions.ask(false)}>
          {t.cancelNo}
        </button>
        <button type="button" class="plain danger" disabled={sending} onClick={() => void actions.cancel()}>
          {sending ? t.cancelling : t.cancelYes}
        </button>
      </div>
    </Dialog>
  );
}
