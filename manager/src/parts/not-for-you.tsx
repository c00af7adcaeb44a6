import { linkTo } from '../route.ts';
import { signOut } from '../session.ts';
import { texts } from '../texts.ts';

/** A clerk's account has nothing to see here. */
export function NotForYou() {
  const t = texts.value;
  return (
    <main class="entry">
      <div class="card">
        <h1>{t.notForYou}</h1>
        <p>{t.notForYouHint}</p>
        <a class="go" href="/counter">
          {t.openCounter}
        </a>
        <a class="button" href={linkTo('appointments')}>
          {t.openAppointments}
        </a>
        <button type="button" class="plain" onClick={() => void signOut().catch(() => {})}>
          {t.signOut}
        </button>
      </div>
    </main>
  );
}
