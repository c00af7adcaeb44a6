import { words } from '@jiaohao/shared/i18n/words.ts';
import type { Group, Service } from '../figures.ts';
import { Basket } from './basket-lazy.ts';
import { CardPages } from './card-pages.tsx';
import { FiguresLine } from './figures-line.tsx';
import { Heading } from './heading.tsx';
import type { KioskProps } from './kiosk-props.ts';
import { nameLength } from './name-length.ts';
import { landscape } from './screen-shape.ts';

/** Row heights (rem) from which a card has room for two lines and its hint, and for what to bring. */
const ROOMY = 20;
const GENEROUS = 27;
const LARGER = 1.3;

/** The services of a group: touching one issues its number at once. */
export function GroupScreen({ group, state, actions }: KioskProps & { group: Group }) {
  const t = state.t.value;
  const language = state.comfort.language.value;
  const large = state.comfort.largeText.value;
  const basket = state.basket.value;
  const columns = landscape.value && !large ? 2 : 1;
  return (
    <>
      <Heading
        state={state}
        title={words(group.name, language)}
        hint={
          basket !== null
            ? t.severalTitle
            : group.services.some(({ open }) => open)
              ? t.chooseServiceHint
              : t.closedHint
        }
        back={{ label: t.backHome, go: actions.home }}
      />
      <CardPages
        items={group.services}
        columns={columns}
        minRow={columns > 1 ? 19 : large ? 16 : 12.4}
        maxRow={large ? 46 : 38}
        label={words(group.name, language)}
        state={state}
        actions={actions}
        card={(service, rowHeight) => (
          <ServiceCard
            key={service.id}
            service={service}
            hint={rowHeight >= ROOMY * (large ? LARGER : 1)}
            compact={columns === 1 && rowHeight < ROOMY * (large ? LARGER : 1)}
            bring={rowHeight >= GENEROUS * (large ? LARGER : 1)}
            state={state}
            actions={actions}
          />
        )}
      />
      {basket !== null && <Basket basket={basket} state={state} actions={actions} />}
    </>
  );
}

function ServiceCard({
  service,
  hint,
  bring,
  compact,
  state,
  actions,
}: KioskProps & { service: Service; hint: boolean; bring: boolean; compact: boolean }) {
  const t = state.t.value;
  const language = state.comfort.language.value;
  const name = words(service.name, language);
  const coming = state.wishing.value === service.id;
  const disabled = !service.open || state.blocked.value !== null || state.wishing.value !== null;
  const basket = state.basket.value;
  const place = basket?.indexOf(service.id) ?? -1;
  const list = service.bring.map((item) => words(item, language));
  return (
    <li
      class="service card"
      data-compact={compact}
      data-coming={coming}
      data-chosen={place >= 0}
      data-closed={!service.open}
    >
      <button
        type="button"
        class="take"
        disabled={disabled}
        aria-pressed={basket === null ? undefined : place >= 0}
        onClick={() => (basket === null ? void actions.take(service.id) : actions.choose(service.id))}
        data-service={service.id}
      >
        <span class="name" data-length={nameLength(name)}>
          <span class="sign" aria-hidden="true">
            {place >= 0 ? place + 1 : service.letter}
          </span>
          <span class="words">{name}</span>
        </span>
        {hint && (
          <span class="hint-room">
            {service.hint && <span class="hint">{words(service.hint, language)}</span>}
            {bring && list.length > 0 && (
              <span class="bring-line">
                <b>{t.bringLead}</b>
                {list.join(t.bringSeparator)}
              </span>
            )}
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
          <span>{t.bring}</span>
        </button>
      )}
    </li>
  );
}
