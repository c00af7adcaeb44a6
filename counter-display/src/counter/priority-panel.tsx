import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { Kbd } from './kbd.tsx';
import type { Panel, Wish } from './panel.ts';
import { priorityName } from './priority.ts';
import { mayWait, priorityRows, toggledWait } from './priority-rows.ts';
import { language, texts } from './texts.ts';

const keepFocus = (event: MouseEvent) => event.preventDefault();

/** Giving the customer at the counter a priority class, or taking it back, with a reason. */
export function PriorityPanel({
  panel,
  view,
  helps,
  onWish,
}: {
  panel: Extract<Panel, { kind: 'priority' }>;
  view: CounterView;
  helps: boolean;
  onWish: (wish: Wish) => void;
}) {
  const t = texts.value.moves.priority;
  const { choice, waits } = panel.entry;
  const current = view.ticket?.priority ?? null;
  const nameOf = (id: string) => priorityName(view, id, language.value);
  return (
    <>
      <p>
        {choice === undefined
          ? t.classHint
          : choice.priority === null
            ? t.takeBackHint({ name: current === null ? '' : nameOf(current) })
            : t.giveHint({ name: nameOf(choice.priority) })}
      </p>
      {mayWait(panel) && (
        <button
          type="button"
          class="toggle"
          aria-pressed={waits}
          onMouseDown={keepFocus}
          onClick={() => onWish(toggledWait(panel))}
        >
          <span>{t.waits}</span>
          <Kbd>*</Kbd>
        </button>
      )}
      <ol class="choices">
        {priorityRows(panel, { view, helps }).map(({ id, name, wish }, index) => (
          <li key={id}>
            <button type="button" onMouseDown={keepFocus} onClick={() => onWish(wish)}>
              <Kbd>{index + 1}</Kbd>
              <span>{name ? words(name, language.value) : t.takeBack({ name: nameOf(current ?? '') })}</span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
