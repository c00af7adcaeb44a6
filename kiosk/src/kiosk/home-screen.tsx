import type { Menu } from '@jiaohao/shared/contract/screens.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { ArrowIcon } from '@jiaohao/shared/ui/icons.tsx';
import { enquiryService, type Group, groupFigures } from '../figures.ts';
import { CardPages } from './card-pages.tsx';
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
  return (
    <>
      <Heading state={state} title={t.choose} hint={t.chooseHint} />
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
              state={state}
              actions={actions}
            />
          )}
        />
      )}
      {enquiries && (
        <NotSure serviceId={enquiries.id} open={enquiries.open} state={state} actions={actions} />
      )}
    </>
  );
}

function GroupCard({ group, roomy, state, actions }: KioskProps & { group: Group; roomy: boolean }) {
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
        data-closed={!figures.open}
        disabled={blocked || !figures.open}
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
        <FiguresLine figures={figures} closed={state.t.value.closedGroup} state={state} />
      </button>
    </li>
  );
}

function NotSure({
  serviceId,
  open,
  state,
  actions,
}: KioskProps & {
  serviceId: string;
  open: boolean;
}) {
  const t = state.t.value;
  const coming = state.wishing.value === serviceId;
  const disabled = !open || state.blocked.value !== null || state.wishing.value !== null;
  return (
    <button
      type="button"
      class="not-sure"
      disabled={disabled}
      data-coming={coming}
      onClick={() => void actions.take(serviceId)}
    >
      <span>
        <span class="title">{t.notSure}</span>
        <span class="hint">{coming ? t.chooseLong : open ? t.notSureHint : t.closed}</span>
      </span>
      <ArrowIcon />
    </button>
  );
}
