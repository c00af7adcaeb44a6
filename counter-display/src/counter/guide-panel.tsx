import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { GuideSheet } from '@jiaohao/shared/ui/guide-sheet.tsx';
import { useEffect } from 'preact/hooks';
import { servicesWithGuides } from './guide-services.ts';
import { Kbd } from './kbd.tsx';
import type { Wish } from './panel.ts';
import type { Terminal } from './terminal.ts';
import { guideTexts, language, texts } from './texts.ts';

/** What a customer must know, beside the clerk: to read out, to note as told, to print. */
export function GuidePanel({
  serviceId,
  terminal,
  view,
  onWish,
}: {
  serviceId: string;
  terminal: Terminal;
  view: CounterView;
  onWish: (wish: Wish) => void;
}) {
  const t = texts.value;
  useEffect(() => void terminal.loadGuide(serviceId), [serviceId]);
  const guide = terminal.guides.value.get(serviceId);
  const services = servicesWithGuides(view);
  const told = (view.ticket?.told ?? []).filter(
    (each) => each.serviceId === serviceId && each.version === guide?.version,
  );
  return (
    <>
      {services.length > 1 && (
        <fieldset class="guide-services" aria-label={t.guide.services}>
          {services.map(({ id, name }, index) => (
            <button
              type="button"
              key={id}
              aria-pressed={id === serviceId}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onWish({ kind: 'panel', panel: { kind: 'guide', serviceId: id } })}
            >
              {index < 9 && <Kbd>{index + 1}</Kbd>}
              {words(name, language.value)}
            </button>
          ))}
        </fieldset>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section class="guide-scroll" tabIndex={0} aria-labelledby="panel-title">
        {guide ? (
          <GuideSheet guide={guide} words={guideTexts.value} language={language.value} />
        ) : (
          <p role="status">{t.loading}</p>
        )}
      </section>
      <p class="told">
        {view.ticket &&
          (told.length > 0
            ? t.guide.told({ means: told.map(({ means }) => t.guide.means[means]).join(t.guide.comma) })
            : t.guide.notTold({ number: view.ticket.number }))}
      </p>
      <div class="send">
        <button
          type="button"
          class="go"
          disabled={!guide}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onWish({ kind: 'print-guide', serviceId })}
        >
          <span>{t.guide.print}</span>
          <Kbd>Enter</Kbd>
        </button>
        {view.ticket && (
          <button
            type="button"
            class="plain"
            disabled={!guide}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onWish({ kind: 'tell-guide', serviceId })}
          >
            <span>{t.guide.tell}</span>
            <Kbd>*</Kbd>
          </button>
        )}
      </div>
    </>
  );
}
