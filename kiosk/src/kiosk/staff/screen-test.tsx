import { useSignal } from '@preact/signals';
import type { StaffTexts } from './staff-texts.ts';

const COLUMNS = 6;
const ROWS = 8;
const CELLS = COLUMNS * ROWS;
const COLOURS = ['white', 'black', 'red', 'green', 'blue'];

/** Whether the panel feels every touch, and shows every colour. */
export function ScreenTest({ t, onDone }: { t: StaffTexts; onDone: () => void }) {
  const felt = useSignal<ReadonlySet<number>>(new Set());
  const colour = useSignal<number | null>(null);
  if (colour.value !== null) {
    return (
      <button
        type="button"
        class="colour-test"
        data-colour={COLOURS[colour.value]}
        onClick={() => {
          const next = (colour.value ?? 0) + 1;
          colour.value = next < COLOURS.length ? next : null;
        }}
      >
        {colour.value === 0 ? t.nextColour : ''}
      </button>
    );
  }
  const feel = (cell: number) => {
    felt.value = new Set([...felt.value, cell]);
  };
  return (
    <div class="touch-test" role="dialog" aria-modal="true" aria-label={t.screenTest}>
      {Array.from({ length: CELLS }, (_, cell) => (
        <i
          key={cell}
          class="cell"
          data-felt={felt.value.has(cell)}
          onPointerDown={() => feel(cell)}
          onPointerEnter={(event) => {
            if (event.buttons > 0) feel(cell);
          }}
        />
      ))}
      <div class="touch-says">
        <p>{t.touchTest}</p>
        <p role="status">{t.touchLeft({ count: CELLS - felt.value.size })}</p>
        <button
          type="button"
          class="plain act"
          onClick={() => {
            colour.value = 0;
          }}
        >
          {t.colourTest}
        </button>
        <button type="button" class="primary act" onClick={onDone}>
          {t.done}
        </button>
      </div>
    </div>
  );
}
