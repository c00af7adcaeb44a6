import type { Counter, Service } from '@jiaohao/shared/contract/hall.ts';
import { listSeparator } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { language } from '../language.ts';
import { Scroll } from '../parts/scroll.tsx';
import { texts } from '../texts.ts';

export function CountersTable({ services, counters }: { services: Service[]; counters: Counter[] }) {
  const t = texts.value;
  const names = new Map(services.map(({ id, name }) => [id, words(name, language.value)]));
  const separator = listSeparator(language.value);
  const list = (counter: Counter, role: 'main' | 'backup') =>
    counter.services
      .filter((one) => one.role === role && names.has(one.serviceId))
      .map(({ serviceId }) => names.get(serviceId))
      .join(separator) || t.none;
  return (
    <section class="panel" aria-labelledby="counters-setup-title">
      <header>
        <h2 id="counters-setup-title">{t.countersSetupTitle}</h2>
      </header>
      <Scroll>
        <table aria-labelledby="counters-setup-title" class="list">
          <thead>
            <tr>
              <th scope="col">{t.counter}</th>
              <th scope="col">{t.mainServices}</th>
              <th scope="col">{t.backupServices}</th>
            </tr>
          </thead>
          <tbody>
            {counters.map((counter) => (
              <tr key={counter.id}>
                <th scope="row">
                  {t.common.counter(counter)}
                  {counter.name && <small> {words(counter.name, language.value)}</small>}
                </th>
                <td>{list(counter, 'main')}</td>
                <td>{list(counter, 'backup')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
