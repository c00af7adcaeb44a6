import type { Counter, HallInfo, Service } from '@jiaohao/shared/contract/hall.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { useSignal } from '@preact/signals';
import { language } from '../language.ts';
import { Scroll } from '../parts/scroll.tsx';
import { texts } from '../texts.ts';
import { GuideDialog } from './guide-dialog.tsx';

export function ServicesTable({
  hall,
  services,
  counters,
  again,
}: {
  hall: HallInfo;
  services: Service[];
  counters: Counter[];
  again: () => Promise<void>;
}) {
  const t = texts.value;
  const { guides } = t.setup;
  /** Whose guide is being written. */
  const open = useSignal<Service | null>(null);
  const told = useSignal('');
  const close = () => {
    open.value = null;
  };
  const minutes = (count: number) => t.common.minutes({ count });
  const three = (number: number) => String(number).padStart(3, '0');
  const numbers = ({ letter, firstNumber = 1, lastNumber }: Service) =>
    lastNumber === undefined
      ? t.fromNumber({ first: `${letter}${three(firstNumber)}` })
      : `${letter}${three(firstNumber)}–${letter}${three(lastNumber)}`;
  const limited = services.some((service) => service.quota);
  const most = (count: number | undefined) => (count === undefined ? t.none : String(count));
  const quota = ({ quota: of }: Service) =>
    of ? t.hours.quotaValue({ morning: most(of.morning), afternoon: most(of.afternoon) }) : t.none;
  const served = (id: string, role: 'main' | 'backup') =>
    counters
      .filter((counter) => counter.services.some((one) => one.serviceId === id && one.role === role))
      .map(({ number }) => number)
      .sort((a, b) => a - b)
      .join(', ');
  return (
    <section class="panel" aria-labelledby="services-title">
      <header>
        <h2 id="services-title">{t.servicesTitle}</h2>
      </header>
      <p class="told" role="status">
        {told.value}
      </p>
      <Scroll>
        <table aria-labelledby="services-title" class="list">
          <thead>
            <tr>
              <th scope="col">{t.service}</th>
              <th scope="col">{t.numbers}</th>
              {limited && <th scope="col">{t.hours.quota}</th>}
              <th scope="col">{t.target}</th>
              <th scope="col">{t.standard}</th>
              <th scope="col">{t.mainCounters}</th>
              <th scope="col">{t.backupCounters}</th>
              <th scope="col">{t.actions}</th>
            </tr>
          </thead>
          <tbody>
            {services.map((service) => (
              <tr key={service.id}>
                <th scope="row">{words(service.name, language.value)}</th>
                <td>{numbers(service)}</td>
                {limited && <td>{quota(service)}</td>}
                <td>{minutes(service.targetWaitMinutes)}</td>
                <td>{minutes(service.standardMinutes)}</td>
                <td>{served(service.id, 'main') || t.noCounter}</td>
                <td>{served(service.id, 'backup') || t.none}</td>
                <td class="row-actions">
                  <button
                    type="button"
                    aria-label={guides.titleOf({ service: words(service.name, language.value) })}
                    onClick={() => {
                      told.value = '';
                      open.value = service;
                    }}
                  >
                    {guides.title}
                  </button>
                  {!service.guide && <span class="tag">{guides.none}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {open.value && (
        <GuideDialog
          service={open.value}
          hall={hall}
          again={again}
          onSaved={() => {
            told.value = guides.saved;
            close();
          }}
          onClose={close}
        />
      )}
    </section>
  );
}
