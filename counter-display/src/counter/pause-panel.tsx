import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import type { Secondary } from './commands.ts';
import { Kbd } from './kbd.tsx';
import type { Panel, Wish } from './panel.ts';
import { pauseRows } from './pause-rows.ts';
import { emptyRelief } from './relief-entry.ts';
import { language, texts } from './texts.ts';

export function PausePanel({
  panel,
  view,
  can,
  mayChange,
  onWish,
}: {
  panel: Extract<Panel, { kind: 'pause' }>;
  view: CounterView;
  can: ReadonlySet<Secondary>;
  /** Who stands in by PIN stays here. */
  mayChange: boolean;
  onWish: (wish: Wish) => void;
}) {
  const t = texts.value;
  const number = view.ticket?.number;
  const hint =
    number === undefined
      ? t.pauseHint
      : panel.reason === undefined
        ? t.moves.pauseAsideHint({ number })
        : t.moves.pauseWhyAside({ number });
  return (
    <>
      <p>{hint}</p>
      <ol class="choices">
        {pauseRows(panel, { view, can }).map(({ id, name, wish }, index) => (
          <li key={id}>
            <button type="button" onClick={() => onWish(wish)}>
              <Kbd>{index + 1}</Kbd>
              <span>{name ? words(name, language.value) : t.commands.close}</span>
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            onClick={() => onWish({ kind: 'panel', panel: { kind: 'relief', entry: emptyRelief } })}
          >
            <Kbd>*</Kbd>
            <span>{t.relief.title}</span>
          </button>
        </li>
        {mayChange && (
          <li>
            <button type="button" onClick={() => onWish({ kind: 'other-counter' })}>
              <Kbd>/</Kbd>
              <span>{t.otherCounter}</span>
            </button>
          </li>
        )}
      </ol>
    </>
  );
}
