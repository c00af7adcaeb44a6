import { words } from '@jiaohao/shared/i18n/words.ts';
import { findService } from '../figures.ts';
import { extrasOf } from './extra-texts.ts';
import { MOST_SERVICES } from './kiosk-actions.ts';
import type { KioskProps } from './kiosk-props.ts';

/** The services chosen so far, in their order, and the one number for all of them. */
export function Basket({ basket, state, actions }: KioskProps & { basket: readonly string[] }) {
  const t = extrasOf(state).several;
  const language = state.comfort.language.value;
  const coming = state.wishing.value !== null;
  return (
    <section class="basket" aria-label={t.chosen({ count: basket.length })}>
      {basket.length === 0 ? (
        <p role="status">
          {t.none} · {t.most({ most: MOST_SERVICES })}
        </p>
      ) : (
        <ol>
          {basket.map((serviceId, place) => {
            const service = findService(state.menu.value, serviceId);
            const name = words(service?.name, language);
            return (
              <li key={serviceId}>
                <button type="button" disabled={coming} onClick={() => actions.choose(serviceId)}>
                  <b>{place + 1}</b>
                  <span class="chosen">{name}</span>
                  <span class="letter" aria-hidden="true">
                    {service?.letter}
                  </span>
                  <span class="visually-hidden">{t.remove}</span>
                  <i aria-hidden="true">×</i>
                </button>
              </li>
            );
          })}
        </ol>
      )}
      <div class="basket-buttons">
        <button type="button" class="plain act" disabled={coming} onClick={actions.oneOnly}>
          {t.cancel}
        </button>
        <button
          type="button"
          class="primary act"
          disabled={basket.length === 0 || coming || state.blocked.value !== null}
          onClick={() => void actions.takeSeveral()}
        >
          {coming ? state.t.value.chooseLong : t.take({ count: basket.length })}
        </button>
      </div>
    </section>
  );
}
