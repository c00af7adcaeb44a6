import type { Api } from '@jiaohao/shared/client/api.ts';
import { useEffect, useMemo } from 'preact/hooks';
import { Heading } from '../heading.tsx';
import type { KioskProps } from '../kiosk-props.ts';
import { type CheckIn, createCheckIn } from './check-in.ts';
import { entryKeyOf, type Means } from './entry.ts';
import { FoundList } from './found-list.tsx';
import { Keypad } from './keypad.tsx';
import { type CheckInTexts, checkInTextsOf } from './texts.ts';

/** Checking in an appointment: by the code or the phone number, then the number. */
export function CheckInScreen({
  code,
  api,
  state,
  actions,
}: KioskProps & { code: string | undefined; api: Api }) {
  const say = checkInTextsOf(state);
  const checkIn = useMemo(() => createCheckIn(state, actions, api), []);
  useEffect(() => checkIn.leave, []);
  useEffect(() => {
    if (code !== undefined) checkIn.read(code);
  }, [code]);
  useEffect(() => listenForDigits(checkIn), []);
  const found = checkIn.phase.value.at === 'found' ? checkIn.phase.value.appointments : null;
  const means = checkIn.means.value;
  const title = found === null ? say.title : found.length > 1 ? say.several : say.found;
  const hint = found === null ? (means === 'code' ? say.codeHint : say.phoneHint) : '';
  return (
    <>
      <Heading
        state={state}
        title={title}
        hint={hint}
        back={{ label: state.t.value.backHome, go: found === null ? actions.home : checkIn.again }}
      />
      {found === null ? (
        <section class="check-in" aria-label={say.title}>
          <div class="entry">
            <Choice means={means} checkIn={checkIn} say={say} />
            <Keypad.Display checkIn={checkIn} say={say} />
            <Trouble checkIn={checkIn} say={say} />
          </div>
          <Keypad checkIn={checkIn} say={say} />
        </section>
      ) : (
        <section class="check-in-found">
          <FoundList found={found} checkIn={checkIn} say={say} state={state} actions={actions} />
          <Trouble checkIn={checkIn} say={say} />
        </section>
      )}
    </>
  );
}

function Choice({ means, checkIn, say }: { means: Means; checkIn: CheckIn; say: CheckInTexts }) {
  return (
    <fieldset class="means">
      <legend class="visually-hidden">{say.how}</legend>
      {(['code', 'phone'] as const).map((each) => (
        <button key={each} type="button" aria-pressed={each === means} onClick={() => checkIn.choose(each)}>
          {each === 'code' ? say.byCode : say.byPhone}
        </button>
      ))}
    </fieldset>
  );
}

function Trouble({ checkIn, say }: { checkIn: CheckIn; say: CheckInTexts }) {
  const problem = checkIn.problem.value;
  const words = problem === null ? '' : typeof problem === 'string' ? say[problem] : problem.words;
  return (
    <p class="trouble" role="alert">
      {words}
    </p>
  );
}

/** A keyboard's or keypad's digits type too; Enter on a button that has the focus presses that one. */
function listenForDigits(checkIn: CheckIn): () => void {
  const onKey = (event: KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.repeat;
    const key = plain ? entryKeyOf(event.code) : null;
    if (key === null || (key === 'enter' && event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    if (key === 'enter') {
      void checkIn.find();
      return;
    }
    // Whoever types on keys has left the button that was touched last: Enter is for the digits now.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    checkIn.press(key);
  };
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}
