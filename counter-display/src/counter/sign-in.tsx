import { useSignal } from '@preact/signals';
import { failureWords } from './failure.ts';
import { Field } from './field.tsx';
import { LanguageButton } from './language-button.tsx';
import type { SessionState } from './session.ts';
import { texts } from './texts.ts';

export function SignIn({ state, expired }: { state: SessionState; expired: boolean }) {
  const t = texts.value;
  const username = useSignal('');
  const password = useSignal('');
  const busy = useSignal(false);
  const problem = useSignal(expired ? t.sessionEnded : '');

  async function send(event: Event) {
    event.preventDefault();
    if (busy.value) return;
    busy.value = true;
    problem.value = '';
    try {
      await state.signIn(username.value.trim(), password.value);
    } catch (error) {
      problem.value = failureWords(error);
      password.value = '';
    } finally {
      busy.value = false;
    }
  }

  return (
    <main class="entry">
      <form onSubmit={send}>
        <h1>{t.title}</h1>
        <Field id="username" label={t.username} value={username} autocomplete="username" focus />
        <Field id="password" label={t.password} value={password} autocomplete="current-password" secret />
        <p class="problem" role="alert">
          {problem.value}
        </p>
        <button type="submit" class="go" aria-disabled={busy.value}>
          {busy.value ? t.signingIn : t.signIn}
        </button>
        <LanguageButton className="plain" />
      </form>
    </main>
  );
}
