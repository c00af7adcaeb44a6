import { tick } from '@jiaohao/shared/client/hub-clock.ts';
import type { WhoAmI } from '@jiaohao/shared/contract/session.ts';
import { clockTime, longDate } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { HubLost } from '@jiaohao/shared/ui/connection.tsx';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { AppointmentsPage } from './appointments/appointments-page.tsx';
import { DevicesPage } from './devices/devices-page.tsx';
import { FloorPage } from './floor/floor-page.tsx';
import { language } from './language.ts';
import { connection, hallView, timeZone, watchHall } from './live-hall.ts';
import { pagesOf, shownPage } from './pages-of.ts';
import { LanguageButton } from './parts/language-button.tsx';
import { NewPassword } from './parts/new-password.tsx';
import { PeoplePage } from './people/people-page.tsx';
import { ReportPage } from './report/report-page.tsx';
import { linkTo, route } from './route.ts';
import { signOut } from './session.ts';
import { SetupPage } from './setup/setup-page.tsx';
import { texts } from './texts.ts';
import { TodayPage } from './today/today-page.tsx';

export function Shell({ me }: { me: WhoAmI }) {
  const t = texts.value;
  const main = useRef<HTMLElement>(null);
  const changingPassword = useSignal(false);
  useEffect(watchHall, []);

  const allowed = pagesOf(me.role);
  const page = shownPage(me.role, route.value.page);
  const opened = useRef(page);
  // A page that was navigated to is announced by its heading; the first one leaves the focus alone.
  useEffect(() => {
    if (opened.current === page) return;
    opened.current = page;
    main.current?.querySelector<HTMLElement>('h1')?.focus();
    scrollTo(0, 0);
  }, [page]);

  if (changingPassword.value) {
    return (
      <NewPassword
        me={me}
        onDone={() => {
          changingPassword.value = false;
        }}
      />
    );
  }
  return (
    <>
      <HubLost connection={connection.value} text={t.common.hubLost} />
      {/* A button: the address's fragment belongs to the pages. */}
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {t.skip}
      </button>
      <header class="top">
        <div class="top-line">
          <p class="hall-name">{words(hallView.value?.hallName, language.value) || t.title}</p>
          <Clock />
          <div class="who">
            <span>
              {me.name} <small>{t.roles[me.role]}</small>
            </span>
            <button
              type="button"
              onClick={() => {
                changingPassword.value = true;
              }}
            >
              {t.changePassword}
            </button>
            <LanguageButton label={t.common.language} />
            <button type="button" onClick={() => void signOut().catch(() => {})}>
              {t.signOut}
            </button>
          </div>
        </div>
        <nav aria-label={t.mainNavigation}>
          {allowed.map((one) => (
            <a key={one} href={linkTo(one)} aria-current={one === page ? 'page' : undefined}>
              {t.nav[one]}
            </a>
          ))}
        </nav>
      </header>
      <main id="main" tabIndex={-1} ref={main} class={`page ${page}`}>
        {page === 'today' && <TodayPage me={me} />}
        {page === 'floor' && <FloorPage me={me} />}
        {page === 'appointments' && <AppointmentsPage />}
        {page === 'report' && <ReportPage />}
        {page === 'people' && <PeoplePage me={me} />}
        {page === 'devices' && <DevicesPage me={me} />}
        {page === 'setup' && <SetupPage />}
      </main>
    </>
  );
}

function Clock() {
  if (!hallView.value) return <p class="clock" />;
  return (
    <p class="clock">
      {longDate(tick.value, timeZone.value, language.value)}{' '}
      <strong>{clockTime(tick.value, timeZone.value, language.value)}</strong>
    </p>
  );
}
