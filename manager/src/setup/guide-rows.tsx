import { useRef } from 'preact/hooks';
import { texts } from '../texts.ts';
import { type GuideDraft, LISTS, type ListName, newRow, partId } from './guide-draft.ts';
import { GuideRow, moveId } from './guide-row.tsx';

/** A list of the guide: a row for each entry, which may be moved and deleted. */
export function GuideRows({
  list,
  title,
  draft,
  languages,
}: {
  list: ListName;
  title: string;
  draft: GuideDraft;
  languages: readonly string[];
}) {
  const t = texts.value.setup.guides;
  const rows = draft.lists[list];
  const { most } = LISTS[list];
  const end = useRef<HTMLButtonElement>(null);

  /** The first of these that can be pressed, once they are drawn: the focus goes on where the row is now. */
  const focus = (...ids: string[]) =>
    requestAnimationFrame(() => {
      const found = ids.map((id) => document.getElementById(id));
      (found.find((one) => one && !one.hasAttribute('disabled')) ?? end.current)?.focus();
    });

  function move(index: number, by: 1 | -1): void {
    const row = rows.value[index];
    if (!row) return;
    const others = rows.value.filter((each) => each !== row);
    rows.value = [...others.slice(0, index + by), row, ...others.slice(index + by)];
    const [same, other] = by < 0 ? (['up', 'down'] as const) : (['down', 'up'] as const);
    focus(moveId(list, row, same), moveId(list, row, other));
  }

  function remove(index: number): void {
    const next = rows.value[index + 1] ?? rows.value[index - 1];
    rows.value = rows.value.filter((_, each) => each !== index);
    focus(...(next ? [moveId(list, next, 'remove')] : []));
  }

  function add(): void {
    const row = newRow(list);
    rows.value = [...rows.value, row];
    const [first] = LISTS[list].parts;
    focus(`${partId(list, row, first)}-${languages[0]}`);
  }

  return (
    <>
      {rows.value.length > 0 && (
        <ol class="guide-rows">
          {rows.value.map((row, index) => (
            <GuideRow
              key={row.id}
              list={list}
              title={title}
              row={row}
              nth={index + 1}
              last={index === rows.value.length - 1}
              languages={languages}
              onMove={(by) => move(index, by)}
              onRemove={() => remove(index)}
            />
          ))}
        </ol>
      )}
      {rows.value.length < most ? (
        <button type="button" class="button" ref={end} aria-label={t.addTo({ title })} onClick={add}>
          {t.add}
        </button>
      ) : (
        <p class="field-hint">{t.full({ most })}</p>
      )}
    </>
  );
}
