import type { KioskCheck } from '@jiaohao/shared/contract/kiosk-staff.ts';
import { clockTime } from '@jiaohao/shared/i18n/format.ts';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { PrinterPanel } from './printer-panel.tsx';
import { SlipsPanel } from './slips-panel.tsx';
import type { StaffProps } from './staff-props.ts';

const LOOK_EVERY_MS = 2000;

/** All of the menu on one page: printer, slips, network, and what can be done about the kiosk itself. */
export function StaffPages({
  api,
  state,
  t,
  unpair,
  onScreenTest,
}: StaffProps & { unpair: () => void; onScreenTest: () => void }) {
  const check = useSignal<KioskCheck | null>(null);
  const answerMs = useSignal<number | null>(null);
  const asking = useSignal(false);
  useEffect(() => {
    let gone = false;
    const look = async () => {
      const begun = performance.now();
      const seen = await api.check().catch(() => null);
      if (gone) return;
      answerMs.value = seen === null ? null : Math.round(performance.now() - begun);
      if (seen !== null) check.value = seen;
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [api]);

  return (
    <div class="staff-pages">
      <PrinterPanel api={api} state={state} t={t} printer={check.value?.printer} />
      <section class="staff-panel">
        <h2>{t.network}</h2>
        <Network check={check.value} answerMs={answerMs.value} state={state} t={t} />
        <div class="staff-buttons">
          <button type="button" class="plain" onClick={onScreenTest}>
            {t.screenTest}
          </button>
          <button type="button" class="plain" onClick={() => location.reload()}>
            {t.reload}
          </button>
          <button
            type="button"
            class="plain danger"
            onClick={() => {
              asking.value = true;
            }}
          >
            {t.pairAgain}
          </button>
        </div>
        {asking.value && (
          <div class="staff-ask" role="alertdialog" aria-label={t.pairAgainTitle}>
            <h3>{t.pairAgainTitle}</h3>
            <p>{t.pairAgainHint}</p>
            <div class="staff-buttons">
              <button type="button" class="primary danger" onClick={unpair}>
                {t.pairAgain}
              </button>
              <button
                type="button"
                class="plain"
                onClick={() => {
                  asking.value = false;
                }}
              >
                {t.cancel}
              </button>
            </div>
          </div>
        )}
      </section>
      <SlipsPanel api={api} state={state} t={t} slips={check.value?.slips ?? null} />
    </div>
  );
}

function Network({
  check,
  answerMs,
  state,
  t,
}: Pick<StaffProps, 'state' | 't'> & { check: KioskCheck | null; answerMs: number | null }) {
  const online = state.connection.value === 'online';
  const language = state.comfort.language.value;
  const timeZone = state.menu.value?.timeZone ?? 'UTC';
  const browser = /Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent)?.[1] ?? '?';
  return (
    <ul class="facts">
      <li data-well={online}>{online ? t.online : t.lost}</li>
      {answerMs !== null && <li>{t.answeredIn({ ms: answerMs })}</li>}
      <li>{t.address({ address: location.host })}</li>
      {check && <li>{t.hubTime({ time: clockTime(check.now, timeZone, language) })}</li>}
      {check && <li>{t.device({ name: check.deviceName })}</li>}
      {check && <li>{t.build({ build: check.build.slice(0, 12) })}</li>}
      <li>{t.screen({ width: window.innerWidth, height: window.innerHeight, browser })}</li>
    </ul>
  );
}
