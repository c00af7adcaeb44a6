import { createApi } from '@jiaohao/shared/client/api.ts';
import { useEffect, useMemo } from 'preact/hooks';
import { NewPassword } from './new-password.tsx';
import { createSession } from './session.ts';
import { SignIn } from './sign-in.tsx';
import { language, texts } from './texts.ts';
import { Workplace } from './workplace.tsx';

/** The clerk's terminal, from signing in to the counter. */
export function App() {
  const api = useMemo(() => createApi({ language: () => language.value }), []);
  const state = useMemo(() => createSession(api), [api]);
  useEffect(() => {
    void state.begin();
    const onVisible = () => {
      if (document.visibilityState === 'visible') void state.recheck();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [state]);

  const session = state.session.value;
  switch (session.kind) {
    case 'unknown':
      return (
        <main class="entry">
          <p role="status">{texts.value.connecting}</p>
        </main>
      );
    case 'signed-out':
      return <SignIn state={state} expired={session.expired} />;
    case 'must-change-password':
      return <NewPassword state={state} me={session.me} />;
    case 'signed-in':
      return <Workplace key={session.me.id} api={api} state={state} me={session.me} />;
    default:
      return session satisfies never;
  }
}
