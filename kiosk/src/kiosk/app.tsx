import type { Api } from '@jiaohao/shared/client/api.ts';
import { tick } from '@jiaohao/shared/client/hub-clock.ts';
import { clockTime } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { HubLost } from '@jiaohao/shared/ui/connection.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { GroupScreen } from './group-screen.tsx';
import { HomeScreen } from './home-screen.tsx';
import type { KioskProps } from './kiosk-props.ts';
import { lazily } from './lazy.tsx';
import { nameLength } from './name-length.ts';

const CheckInScreen = lazily(() =>
  import('./check-in/check-in-screen.tsx').then((part) => part.CheckInScreen),
);
/** Warmed when the page stands: an emergency may take the hub with it. */
export const Emergency = lazily(() => import('./emergency-lazy.ts').then((part) => part.EmergencyScreen));

const SlipScreen = lazily(() => import('./slip-screen.tsx').then((part) => part.SlipScreen));

/** Fetched ahead: what is asked and issued must be there when it is needed. */
export const ResultScreen = lazily(() => import('./result-screen.tsx').then((part) => part.ResultScreen));
export const Dialogs = lazily(() => import('./dialogs.tsx').then((part) => part.Dialogs));
const StaffMenu = lazily(() => import('./staff/staff-menu.tsx').then((part) => part.StaffMenu));

interface PageProps extends KioskProps {
  loadSlip: (id: string) => Promise<string>;
  api: Api;
  /** For the staff's menu alone. */
  token: () => string | null;
  unpair: () => void;
}

export function Kiosk({ state, actions, loadSlip, api, ...ofStaff }: PageProps) {
  const { menu, screen, connection, settling, comfort } = state;
  const language = comfort.language.value;
  const hallName = words(menu.value?.hallName, language);
  return (
    <div class="kiosk">
      <HubLost connection={connection.value} text={state.c.value.hubLost} />
      <header class="top">
        <p class="hall" data-length={nameLength(hallName)}>
          {hallName}
        </p>
        <p class="time">{menu.value ? clockTime(tick.value, menu.value.timeZone, language) : ''}</p>
      </header>
      <main
        class="stage"
        data-at={screen.value.at}
        data-settling={settling.value}
        data-basket={state.basket.value !== null}
      >
        <Current state={state} actions={actions} loadSlip={loadSlip} api={api} />
      </main>
      <BottomBar state={state} actions={actions} />
      <Dialogs state={state} actions={actions} />
      {state.staff.value && <StaffMenu state={state} api={api} {...ofStaff} onLeave={actions.leaveStaff} />}
      {menu.value?.emergency && (
        <Emergency
          emergency={menu.value.emergency}
          languages={[language, ...menu.value.languages.filter((tag) => tag !== language)]}
        />
      )}
    </div>
  );
}

function Current({
  state,
  actions,
  loadSlip,
  api,
}: Pick<PageProps, 'state' | 'actions' | 'loadSlip' | 'api'>) {
  const screen = state.screen.value;
  const menu = state.menu.value;
  const ticket = state.ticket.value;
  if (screen.at === 'result' && ticket) {
    return <ResultScreen ticket={ticket} state={state} actions={actions} loadSlip={loadSlip} />;
  }
  if (screen.at === 'slip' && state.slip.value) {
    return <SlipScreen slip={state.slip.value} state={state} actions={actions} />;
  }
  if (!menu) {
    const lost = state.connection.value === 'lost';
    return (
      <div class="nothing" role="status">
        <h1>{lost ? state.t.value.hubLostTitle : state.c.value.connecting}</h1>
        <p>{lost ? state.t.value.hubLostHint : ''}</p>
      </div>
    );
  }
  if (screen.at === 'check-in') {
    return <CheckInScreen code={screen.code} api={api} state={state} actions={actions} />;
  }
  const group = screen.at === 'group' ? menu.groups.find(({ id }) => id === screen.groupId) : undefined;
  return group ? (
    <GroupScreen group={group} state={state} actions={actions} />
  ) : (
    <HomeScreen menu={menu} state={state} actions={actions} />
  );
}
