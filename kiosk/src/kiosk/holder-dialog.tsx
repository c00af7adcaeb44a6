import type { HolderKind, IssueBody } from '@jiaohao/shared/contract/ticket.ts';
import { BackIcon } from '@jiaohao/shared/ui/icons.tsx';
import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '../dialog.tsx';
import { extrasOf } from './extra-texts.ts';
import { judge, shown, withKey } from './holder-entry.ts';
import type { KioskProps } from './kiosk-props.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const KEY_CODE = /^(?:Digit|Numpad)(\d)$|^Key(X)$/;

/** Before a number in a hall that limits them per person: a phone number or card, typed or scanned. */
export function HolderDialog({
  wish,
  kinds,
  wrong,
  state,
  actions,
}: KioskProps & { wish: IssueBody; kinds: HolderKind[]; wrong: boolean }) {
  const t = extrasOf(state).holder;
  const [kind, setKind] = useState<HolderKind>(kinds[0] ?? 'phone');
  const [typed, setTyped] = useState('');
  const entry = judge(kind, typed);
  const isWrong = entry === 'wrong' || (wrong && typed === '');

  const press = (key: string) => setTyped((before) => withKey(kind, before, key));
  const erase = () => setTyped((before) => before.slice(0, -1));

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const [, digit, x] = KEY_CODE.exec(event.code) ?? [];
      if (digit === undefined && x === undefined && event.code !== 'Backspace') return;
      // A keyboard's digits are for this dialog, not keys that issue a number.
      event.preventDefault();
      event.stopPropagation();
      if (event.repeat) return;
      if (event.code === 'Backspace') erase();
      else press(digit ?? 'X');
    }
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [kind]);

  return (
    <Dialog key="holder" title={t.title[kind]} onBackdrop={actions.closeDialog}>
      <div class="holder">
        <div class="holder-said">
          <p>{kinds.includes('id') ? t.hintCard : t.hint}</p>
          {kinds.length > 1 && (
            <div class="holder-kinds">
              {kinds.map((each) => (
                <button
                  key={each}
                  type="button"
                  class="plain"
                  aria-pressed={each === kind}
                  onClick={() => {
                    setKind(each);
                    setTyped('');
                  }}
                >
                  {t.kind[each]}
                </button>
              ))}
            </div>
          )}
          <output class="holder-typed" data-kind={kind} aria-label={t.typed({ count: typed.length })}>
            {shown(kind, typed)}
          </output>
          <p class="holder-wrong" role="alert">
            {isWrong ? t.wrong : ''}
          </p>
        </div>
        <div class="holder-keys">
          {DIGITS.map((digit) => (
            <button key={digit} type="button" class="plain" onClick={() => press(digit)}>
              {digit}
            </button>
          ))}
          {kind === 'id' ? (
            <button type="button" class="plain" onClick={() => press('X')}>
              X
            </button>
          ) : (
            <span />
          )}
          <button type="button" class="plain" onClick={() => press('0')}>
            0
          </button>
          <button type="button" class="plain" aria-label={t.erase} onClick={erase}>
            <BackIcon />
          </button>
        </div>
      </div>
      <div class="choices holder-choices">
        <button type="button" class="plain" onClick={actions.closeDialog}>
          {t.leave}
        </button>
        <button
          type="button"
          class="primary"
          disabled={entry !== 'right'}
          onClick={() => void actions.issue({ ...wish, holder: { kind, value: typed } }, true)}
        >
          {t.take}
        </button>
      </div>
    </Dialog>
  );
}
