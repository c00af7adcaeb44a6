import { useEffect } from 'preact/hooks';
import { language } from './language.ts';
import { shownPage } from './pages-of.ts';
import { NewPassword } from './parts/new-password.tsx';
import { NotForYou } from './parts/not-for-you.tsx';
import { SignIn } from './parts/sign-in.tsx';
import { followAddress, route } from './route.ts';
import { begin, session } from './session.ts';
import { Shell } from './shell.tsx';
import { texts } from './texts.ts';

/** Who is here decides what is shown: sign in, a new password, or the pages. */
export function App() {
  useEffect(() => {
    followAddress();
    void begin();
  }, []);
  const t = texts.value;
  const now = session.value;
  const page = now.kind === 'signed-in' ? shownPage(now.me.role, route.value.page) : null;
  useEffect(() => {
    document.title = page === null ? t.title : `${t.nav[page]} · ${t.title}`;
  }, [language.value, page]);

  switch (now.kind) {
    case 'unknown':
      return <main class="entry" aria-busy="true" aria-label={t.common.loading} />;
    case 'signed-out':
      return <SignIn expired={now.expired} />;
    case 'must-change-password':
      return <NewPassword me={now.me} />;
    case 'signed-in':
      // A clerk books for whoever stands at the counter; the other pages are not theirs.
      return now.me.role === 'clerk' && route.value.page !== 'appointments' ? (
        <NotForYou />
      ) : (
        <Shell me={now.me} />
      );
    default:
      return now satisfies never;
  }
}
