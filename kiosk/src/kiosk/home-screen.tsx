import type { Menu } from '@jiaohao/shared/contract/screens.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { ArrowIcon } from '@jiaohao/shared/ui/icons.tsx';
import { enquiryService, type Group, groupFigures, type Service } from '../figures.ts';
import { Basket } from './basket-lazy.ts';
import { CardPages } from './card-pages.tsx';
import { closedLine, hallClosedLine } from './closed-line.ts';
import { FiguresLine } from './figures-line.tsx';
import { Heading } from './heading.tsx';
import type { KioskProps } from './kiosk-props.ts';
import { nameLength } from './name-length.ts';
import { landscape } from './screen-shape.ts';

/** From this row height (rem) a card has room for its hint. */
const ROOMY = 22;

export function HomeScreen({ menu, state, actions }: KioskProps & { menu: Menu }) {
  const t = state.t.value;
  const large = state.comfort.largeText.value;
  const enquiries = enquiryService(menu);
  const closed = hallClosedLine(menu, state);
  const basket = state.basket.value;
  const unsure = closed === null ? enquiries : undefined;
  const several = closed === null && numberOfServices(menu) > 1;
  const asides = Number(unsure !== undefined) + Number(several) + Number(menu.appointments === true);
  return (
    <>
      <Heading
        state={state}
        title={closed ?? (basket === null ? t.choose : t.severalTitle)}
        hint={closed ? t.closedHint : basket === null ? t.chooseHint : t.severalHint}
      />
      {menu.groups.length === 0 ? (
        <p class="nothing">{t.emptyMenu}</p>
      ) : (
        <CardPages
          items={menu.groups}
          columns={landscape.value ? (large ? 2 : 3) : menu.groups.length === 1 ? 1 : 2}
          minRow={large ? 20 : 15}
          maxRow={large ? 42 : 38}
          label={t.choose}
          state={state}
          actions={actions}
          card={(group, rowHeight) => (
            <GroupCard
              key={group.id}
              group={group}
              roomy={rowHeight >= (large ? 28 : ROOMY)}
              hallClosed={closed !== null}
              state={state}
              actions={actions}
            />
          )}
        />
      )}
      {basket !== null ? (
        <Basket basket={basket} state={state} actions={actions} />
      ) : (
        asides > 0 && (
          <div class="asides" data-count={asides}>
            {unsure && <NotSure service={unsure} state={state} actions={actions} />}
            {several && <Several state={state} actions={actions} />}
            {/* Also while the hall is closed: who booked for after lunch may come a little early. */}
            {menu.appointments && <HasAppointment state={state} actions={actions} />}
          </div>
        )
      )}
    </>
  );
}

/** Also without a number to be had it opens: people see what to bring when they come back. */
function GroupCard({
  group,
  roomy,
  hallClosed,
  state,
  actions,
}: KioskProps & { group: Group; roomy: boolean; hallClosed: boolean }) {
  const language = state.comfort.language.value;
  const figures = groupFigures(group.services);
  const blocked = state.blocked.value !== null || state.wishing.value !== null;
  const name = words(group.name, language);
  const hint = words(group.hint, language);
  return (
    <li>
      <button
        type="button"
        class="group card"
        data-roomy={roomy}
        data-closed={!figures.open && !hallClosed}
        disabled={blocked}
        onClick={() => actions.openGroup(group.id)}
      >
        <span class="name" data-length={nameLength(name)}>
          {group.sign && (
            <span class="sign" aria-hidden="true">
              {group.sign}
            </span>
          )}
          <span class="words">{name}</span>
        </span>
        {roomy && hint && (
          <span class="hint-room">
            <span class="hint">{hint}</span>
          </span>
        )}
        {hallClosed ? (
          <span class="figures">
            <span class="see">{state.t.value.seeBring}</span>
          </span>
        ) : (
          <FiguresLine figures={figures} closed={state.t.value.closedGroup} state={state} />
        )}
      </button>
    </li>
  );
}

function HasAppointment({ state, actions }: KioskProps) {
  const t = state.t.value;
  return (
    <button
      type="button"
      class="not-sure"
      disabled={state.blocked.value !== null || state.wishing.value !== null}
      onClick={() => actions.checkIn()}
    >
      <span>
        <span class="title">{t.appointment}</span>
        <span class="hint">{t.appointmentHint}</span>
      </span>
      <ArrowIcon />
    </button>
  );
}

function NotSure({ service, state, actions }: KioskProps & { service: Service }) {
  const t = state.t.value;
  const { open, closed } = service;
  const coming = state.wishing.value === service.id;
  const disabled = !open || state.blocked.value !== null || state.wishing.value !== null;
  return (
    <button
      type="button"
      class="not-sure"
      disabled={disabled}
      data-coming={coming}
      onClick={() => actions.enquire(service.id)}
    >
      <span>
        <span class="title">{t.notSure}</span>
        <span class="hint">
          {coming ? t.chooseLong : open ? t.notSureHint : closedLine(closed, state, t.closed)}
        </span>
      </span>
      <ArrowIcon />
    </button>
  );
}

const numberOfServices = (menu: Menu): number =>
  menu.groups.reduce((sum, group) => sum + group.services.filter(({ open }) => open).length, 0);

/** One number for several services: there for who needs it, in nobody's way. */
function Several({ state, actions }: KioskProps) {
  const t = state.t.value;
  return (
    <button
      type="button"
      class="not-sure several"
      disabled={state.blocked.value !== null || state.wishing.value !== null}
      onClick={actions.several}
    >
      <span>
        <span class="title">{t.several}</span>
        <span class="hint">{t.severalHint}</span>
      </span>
    </button>
  );
}
