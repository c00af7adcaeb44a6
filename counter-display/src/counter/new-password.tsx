import type { WhoAmI } from '@jiaohao/shared/contract/session.ts';
import { useNewPassword } from '@jiaohao/shared/ui/use-new-password.ts';
import { failureWords } from './failure.ts';
import { Field } from './field.tsx';
import type { SessionState } from './session.ts';
import { texts } from './texts.ts';

/** A new password: asked for before anything else when somebody else set the present one. */
export function NewPassword({ state, me, onDone }: { state: SessionState; me: WhoAmI; onDone?: () => void }) {
  const t = texts.value;
  const { current, next, again, busy, problem, submit } = useNewPassword({
    change: state.changePassword,
    failureWords,
    passwordsDiffer: t.passwordsDiffer,
    onDone,
  });

  return (
    <main class="entry">
      <form onSubmit={submit}>
        <h1>{me.mustChangePassword ? t.newPasswordTitle : t.changePassword}</h1>
        {me.mustChangePassword && <p>{t.newPasswordWhy}</p>}
        <input
          class="visually-hidden"
          type="text"
          autocomplete="username"
          value={me.username}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <Field
          id="current"
          label={t.currentPassword}
          value={current}
          autocomplete="current-password"
          secret
          focus
        />
        <Field
          id="next"
          label={t.newPassword}
          hint={t.newPasswordRule}
          value={next}
          autocomplete="new-password"
          secret
        />
        <Field id="again" label={t.repeatPassword} value={again} autocomplete="new-password" secret />
        <p class="problem" role="alert">
          {problem.value}
        </p>
        <button type="submit" class="go" aria-disabled={busy.value}>
          {t.savePassword}
        </button>
        <button
          type="button"
          class="plain"
          onClick={() => (onDone ? onDone() : void state.signOut().catch(() => {}))}
        >
          {onDone ? t.back : t.signOut}
        </button>
      </form>
    </main>
  );
}
