import type { CheckIn } from './check-in.ts';
import { spaced } from './entry.ts';
import type { CheckInTexts } from './texts.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

interface PadProps {
  checkIn: CheckIn;
  say: CheckInTexts;
}

/** Ten digits, delete and find. */
export function Keypad({ checkIn, say }: PadProps) {
  const busy = checkIn.phase.value.at !== 'typing';
  const empty = checkIn.digits.value === '';
  const digit = (each: string) => (
    <button
      key={each}
      type="button"
      disabled={busy}
      onClick={() => checkIn.press({ kind: 'digit', digit: each })}
    >
      {each}
    </button>
  );
  return (
    <div class="keypad">
      {DIGITS.map(digit)}
      <button
        type="button"
        class="word"
        disabled={busy || empty}
        onClick={() => checkIn.press({ kind: 'erase' })}
      >
        {say.erase}
      </button>
      {digit('0')}
      <button type="button" class="word primary" disabled={busy || empty} onClick={() => void checkIn.find()}>
        {busy ? say.looking : say.enter}
      </button>
    </div>
  );
}

/** What has been typed, in groups; said digit by digit as it grows. */
function Display({ checkIn, say }: PadProps) {
  const means = checkIn.means.value;
  const text = spaced(checkIn.digits.value, means);
  return (
    <p class="typed" data-empty={text === ''} role="status" aria-label={`${say[means]} ${text}`}>
      {text || say.empty[means]}
    </p>
  );
}

Keypad.Display = Display;
