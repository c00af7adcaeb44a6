import { useSignal } from '@preact/signals';
import { signIn } from '../session.ts';
import { texts } from '../texts.ts';
import { Field } from './field.tsx';
import { LanguageButton } from './language-button.tsx';
import { useSending } from './use-sending.ts';

export function SignIn({ expired }: { expired: boolean }) {
  const t = texts.value;
  const username = useSignal('');
  const password = useSignal('');
  const { busy, problem, send } = useSending();

  function submit(event: Event) {
    event.preventDefault();
    void send(() => signIn(username.value.trim(), password.value)).then(() => {
      if (problem.value) password.value = '';
    });
  }

  return (
    <main class="entry">
      <form class="card" onSubmit={submit}>
        <h1>{t.title}</h1>
        {expired && <p class="notice">{t.sessionEnded}</p>}
        <Field id="username" label={t.username} value={username} autocomplete="username" focus />
        <Field
          id="password"
          label={t.password}
          value={password}
          type="password"
          autocomplete="current-password"
        />
        <p class="problem" role="alert">
          {problem.value}
        </p>
        <button type="submit" class="go" aria-disabled={busy.value}>
          {busy.value ? t.signingIn : t.signIn}
        </button>
        <p class="entry-foot">
          <a href="/">{t.home}</a>
          <LanguageButton className="plain" label={t.common.language} />
        </p>
      </form>
    </main>
  );
}
