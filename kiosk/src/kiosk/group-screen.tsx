import { words } from '@jiaohao/shared/i18n/words.ts';
import type { Group, Service } from '../figures.ts';
import type { KioskProps } from './app.tsx';
import { CardPages } from './card-pages.tsx';
import { FiguresLine } from './figures-line.tsx';
import { Heading } from './heading.tsx';
import { nameLength } from './name-length.ts';
import { landscape } from './screen-shape.ts';

/** From this row height (rem) a card has room for its hint; from the next, for what to bring. */
const ROOMY = 20;
const GENEROUS = 27;

/** The services of a group: touching one issues its number at once. */
export function GroupScreen({ group, state, actions }: KioskProps & { group: Group }) {
  const t = state.t.value;
  const language = state.comfort.language.value;
  const large = state.comfort.largeText.value;
  const many = group.services.length > 6 && !large;
  return (
    <>
      <Heading
        state={state}
        title={words(group.name, language)}
        hint={t.chooseServiceHint}
        back={{ label: t.backHome, go: actions.home }}
      />
      <CardPages
        items={group.services}
        columns={(landscape.value ? 2 : 1) + (many ? 1 : 0)}
        minRow={large ? 24 : 17}
        maxRow={large ? 44 : 36}
        label={words(group.name, language)}
        state={state}
        actions={actions}
        card={(service, rowHeight) => (
          <ServiceCard
            key={service.id}
            service={service}
            hint={rowHeight >= ROOMY * (large ? 1.3 : 1)}
            bring={rowHeight >= GENEROUS * (large ? 1.3 : 1) && !many}
            state={state}
            actions={actions}
          />
        )}
      />
    </>
  );
}

function ServiceCard({
  service,
  hint,
  bring,
  state,
  actions,
}: KioskProps & { service: Service; hint: boolean; bring: boolean }) {
  const t = state.t.value;
  const language = state.comfort.language.value;
  const name = words(service.name, language);
  const coming = state.wishing.value === service.id;
  const disabled = !service.open || state.blocked.value !== null || state.wishing.value !== null;
  const list = service.bring.map((item) => words(item, language));
  return (
    <li class="service card" data-coming={coming} data-closed={!service.open}>
      <button
        type="button"
        class="take"
        disabled={disabled}
        onClick={() => void actions.take(service.id)}
        data-service={service.id}
      >
        <span class="name" data-length={nameLength(name)}>
          <span class="sign" aria-hidden="true">
            {service.letter}
          </span>
          <span class="words">{name}</span>
        </span>
        {hint && service.hint && <span class="hint">{words(service.hint, language)}</span>}
        {bring && list.length > 0 && (
          <span class="bring-line">
            <b>{t.bringLead}</b>
            {list.join(t.bringSeparator)}
          </span>
        )}
        {coming ? (
          <span class="figures" role="status">
            <span class="waiting">{t.chooseLong}</span>
          </span>
        ) : (
          <FiguresLine figures={service} closed={t.closed} state={state} />
        )}
      </button>
      {list.length > 0 && (
        <button
          type="button"
          class="info"
          aria-label={t.bringOf({ service: name })}
          onClick={() => actions.explain(service.id)}
        >
          <i aria-hidden="true">i</i>
          <span>{t.bring}</span>
        </button>
      )}
    </li>
  );
}
