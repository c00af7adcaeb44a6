import { Field } from '../parts/field.tsx';
import { texts } from '../texts.ts';
import { isBlank, isNeeded, type ListName, partId, type Row } from './guide-draft.ts';
import { GuideText } from './guide-text.tsx';

export const moveId = (list: ListName, row: Row, act: 'up' | 'down' | 'remove'): string =>
  `guide-${list}-${row.id}-${act}`;

/** An entry of one of the guide's lists: what it says in every language, and its place. */
export function GuideRow({
  list,
  title,
  row,
  nth,
  last,
  languages,
  onMove,
  onRemove,
}: {
  list: ListName;
  /** The list's, to tell its buttons from those of the others. */
  title: string;
  row: Row;
  nth: number;
  last: boolean;
  languages: readonly string[];
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}) {
  const t = texts.value.setup.guides;
  const blank = isBlank(row, languages);
  return (
    <li class="guide-row">
      <div class="guide-fields">
        {row.texts.map(({ part, text }) => (
          <GuideText
            key={part}
            id={partId(list, row, part)}
            name={part === 'text' ? t.entry({ nth }) : t.partOf({ nth, part: t.parts[part] })}
            languages={languages}
            value={text}
            needed={!blank && isNeeded(list, part)}
          />
        ))}
        {list === 'elsewhere' && (
          <Field
            id={`guide-${list}-${row.id}-phone`}
            label={t.partOf({ nth, part: t.parts.phone })}
            value={row.phone}
            required={false}
            maxLength={60}
          />
        )}
      </div>
      <div class="guide-moves">
        <button
          type="button"
          class="plain"
          id={moveId(list, row, 'up')}
          disabled={nth === 1}
          aria-label={t.up({ title, nth })}
          onClick={() => onMove(-1)}
        >
          ↑
        </button>
        <button
          type="button"
          class="plain"
          id={moveId(list, row, 'down')}
          disabled={last}
          aria-label={t.down({ title, nth })}
          onClick={() => onMove(1)}
        >
          ↓
        </button>
        <button
          type="button"
          class="plain"
          id={moveId(list, row, 'remove')}
          aria-label={t.remove({ title, nth })}
          onClick={onRemove}
        >
          {texts.value.setup.remove}
        </button>
      </div>
    </li>
  );
}
