import { tick } from '@jiaohao/shared/client/hub-clock.ts';
import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { TicketView, TurnView } from '@jiaohao/shared/contract/ticket.ts';
import { clockTime, minutes, stopwatch } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import type { Secondary } from './commands.ts';
import { Kbd } from './kbd.tsx';
import { OutcomeChoice } from './outcome-choice.tsx';
import type { Wish } from './panel.ts';
import { priorityName } from './priority.ts';
import { SayingLine } from './saying-line.tsx';
import type { Situation } from './situation.ts';
import type { Terminal } from './terminal.ts';
import { language, nameOfLanguage, texts } from './texts.ts';

/** Who is at the counter; its parts have fixed places, so that nothing jumps from state to state. */
export function TicketCard({
  terminal,
  view,
  situation,
  onWish,
}: {
  terminal: Terminal;
  view: CounterView;
  situation: Situation;
  onWish: (wish: Wish) => void;
}) {
  return (
    <section class="card" data-situation={situation.kind}>
      {situation.kind === 'called' || situation.kind === 'serving' ? (
        <InHand
          view={view}
          ticket={situation.ticket}
          turn={situation.turn}
          serving={situation.kind === 'serving'}
          can={terminal.can.value}
          onWish={onWish}
        />
      ) : (
        <NobodyInHand view={view} situation={situation} />
      )}
      <div class="card-foot">
        {terminal.can.value.has('outcome') && <OutcomeChoice terminal={terminal} onWish={onWish} />}
      </div>
      <SayingLine
        saying={terminal.saying.value}
        pending={terminal.pending.value !== null}
        onPrintAgain={terminal.printAgain}
      />
    </section>
  );
}

function InHand({
  view,
  ticket,
  turn,
  serving,
  can,
  onWish,
}: {
  view: CounterView;
  ticket: TicketView;
  turn: TurnView;
  serving: boolean;
  can: ReadonlySet<Secondary>;
  onWish: (wish: Wish) => void;
}) {
  const t = texts.value;
  const further = ticket.turns
    .filter(({ state }) => state === 'planned')
    .map(({ serviceName }) => words(serviceName, language.value));
  const since = serving ? (turn.startedAt ?? turn.calledAt) : turn.calledAt;
  return (
    <>
      <h2>{words(ticket.serviceName, language.value)}</h2>
      <p class="timer">
        <small>{serving ? t.inService : t.sinceCalled}</small>
        {since === null ? '' : stopwatch(tick.value - since)}
      </p>
      <p class="number">{ticket.number}</p>
      <p class="chips">
        {ticket.priority !== null && (
          <span class="amber">{priorityName(view, ticket.priority, language.value)}</span>
        )}
        {!ticket.language.startsWith('zh') && (
          <span>{t.speaks({ language: nameOfLanguage(ticket.language) })}</span>
        )}
        {ticket.told && ticket.told.length > 0 && <span>{t.guide.toldShort}</span>}
        {ticket.backTo !== null && <span class="way">{t.moves.backTo({ counter: ticket.backTo })}</span>}
        {further.length > 0 && (
          <span class="further" title={further.join(t.moves.comma)}>
            {t.moves.further({ services: further.join(t.moves.comma) })}
          </span>
        )}
        <button
          type="button"
          class="guide-open"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onWish({ kind: 'panel', panel: { kind: 'guide', serviceId: ticket.serviceId } })}
        >
          {t.guide.title}
          <Kbd>F3</Kbd>
        </button>
        <button
          type="button"
          class="guide-open"
          disabled={!can.has('priority')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onWish({ kind: 'panel', panel: { kind: 'priority', entry: { waits: false } } })}
        >
          {t.moves.commands.priority}
          <Kbd>F10</Kbd>
        </button>
      </p>
      <dl>
        <div>
          <dt>{t.taken}</dt>
          <dd>{clockTime(ticket.issuedAt, view.timeZone, language.value)}</dd>
        </div>
        <div>
          <dt>{t.waited}</dt>
          <dd>{t.minutes({ count: minutes((turn.calledAt ?? tick.value) - turn.queuedAt) })}</dd>
        </div>
        <div>
          <dt>{t.calls}</dt>
          <dd>{t.callsCount({ count: turn.calls })}</dd>
        </div>
      </dl>
    </>
  );
}

function NobodyInHand({ view, situation }: { view: CounterView; situation: Situation }) {
  const t = texts.value;
  const first = view.next[0];
  const queue = view.queues.find((one) => one.serviceId === first?.serviceId);
  switch (situation.kind) {
    case 'closed':
      return (
        <Statement title={t.closedTitle} line={`${t.closedHint} · ${t.idleHint({ count: view.waiting })}`} />
      );
    case 'taken':
      return <Statement title={t.takenTitle} line={t.takenHint({ name: situation.by })} />;
    case 'paused':
      return (
        <>
          <Statement
            title={t.pausedTitle}
            line={[
              words(view.pause?.name, language.value),
              situation.ticket && t.pausedWith(situation.ticket),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
          <p class="timer">
            <small>{t.sincePaused}</small>
            {view.pause ? stopwatch(tick.value - view.pause.since) : ''}
          </p>
        </>
      );
    default:
      return view.waiting === 0 ? (
        <Statement title={t.nobody} line="" />
      ) : (
        <Statement
          title={t.idleHint({ count: view.waiting })}
          line={
            first ? t.idleNext({ number: first.number, service: words(queue?.name, language.value) }) : ''
          }
        />
      );
  }
}

function Statement({ title, line }: { title: string; line: string }) {
  return (
    <div class="statement">
      <h2>{title}</h2>
      <p>{line}</p>
    </div>
  );
}
