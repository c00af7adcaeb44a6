import { useSignal } from '@preact/signals';
import { failureWords } from './failure.ts';
import { LanguageButton } from './language-button.tsx';
import type { Wish } from './panel.ts';
import { emptyRelief } from './relief-entry.ts';
import type { Terminal } from './terminal.ts';
import { texts } from './texts.ts';

export function MenuPanel({
  terminal,
  onWish,
  onOtherCounter,
  onChangePassword,
  onSetPin,
  onSignOut,
}: {
  terminal: Terminal;
  onWish: (wish: Wish) => void;
  onOtherCounter: () => void;
  onChangePassword: () => void;
  onSetPin: () => void;
  onSignOut: () => Promise<void>;
}) {
  const t = texts.value;
  const problem = useSignal('');
  const view = terminal.view.value;
  const mine = view?.state !== 'closed' && view?.clerk?.id === terminal.me.id;

  /** A counter left open without its clerk would keep everybody else from it: it closes first. */
  async function leave(then: () => void | Promise<void>) {
    problem.value = '';
    if (mine && !(await terminal.run({ name: 'close' }))) return;
    try {
      await then();
    } catch (error) {
      problem.value = failureWords(error);
    }
  }

  return (
    <>
      <ul class="choices">
        <li>
          <LanguageButton />
        </li>
        <li>
          <button type="button" onClick={() => onWish({ kind: 'panel', panel: { kind: 'keys' } })}>
            <span>{t.keysTitle}</span>
          </button>
        </li>
        {view && view.state !== 'closed' && terminal.situation.value?.kind !== 'taken' && (
          <li>
            <button
              type="button"
              onClick={() => onWish({ kind: 'panel', panel: { kind: 'relief', entry: emptyRelief } })}
            >
              <span>{t.relief.title}</span>
            </button>
          </li>
        )}
        <li>
          <button type="button" onClick={onSetPin}>
            <span>{terminal.me.reliefPin ? t.relief.change : t.relief.set}</span>
          </button>
        </li>
        <li>
          <button type="button" onClick={onChangePassword}>
            <span>{t.changePassword}</span>
          </button>
        </li>
        {!terminal.me.byPin && (
          <li>
            <button type="button" onClick={onOtherCounter}>
              <span>{t.otherCounter}</span>
            </button>
          </li>
        )}
        <li>
          <button type="button" onClick={() => void leave(onSignOut)}>
            <span>{mine ? t.closeAndSignOut : t.signOut}</span>
          </button>
        </li>
      </ul>
      <p class="problem" role="alert">
        {problem.value}
      </p>
    </>
  );
}
