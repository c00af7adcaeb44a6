import type { WhoAmI } from '@jiaohao/shared/contract/session.ts';
import { useNewPassword } from '@jiaohao/shared/ui/use-new-password.ts';
import { failureWords } from '../failure.ts';
import { changePassword, signOut } from '../session.ts';
import { texts } from '../texts.ts';
import { Field } from './field.tsx';

/** A new password: asked for before anything else when somebody else set the present one. */
export function NewPassword({ me, onDone }: { me: WhoAmI; onDone?: () => void }) {
  const t = texts.value;
  const { current, next, again, busy, problem, submit } = useNewPassword({
    change: changePassword,
    failureWords,
    passwordsDiffer: t.passwordsDiffer,
    onDone,
  });

  return (
    <main class="entry">
      <form class="card" onSubmit={submit}>
        <h1>{me.mustChangePassword ? t.newPasswordTitle : t.changePassword}</h1>
        {me.mustChangePassword && <p>{t.newPasswordWhy}</p>}
        {/* For the browser's password manager: whose password this is. */}
        <input hidden type="text" autocomplete="username" value={me.username} readOnly />
        <Field
          id="current"
          label={t.currentPassword}
          value={current}
          type="password"
          autocomplete="current-password"
          focus
        />
        <Field
          id="next"
          label={t.newPassword}
          hint={t.newPasswordRule}
          value={next}
          type="password"
          autocomplete="new-password"
          minLength={8}
        />
        <Field
          id="again"
          label={t.repeatPassword}
          value={again}
          type="password"
          autocomplete="new-password"
        />
        <p class="problem" role="alert">
          {problem.value}
        </p>
        <button type="submit" class="go" aria-disabled={busy.value}>
          {t.savePassword}
        </button>
        <button
          type="button"
          class="plain"
          onClick={() => (onDone ? onDone() : void signOut().catch(() => {}))}
        >
          {onDone ? t.common.back : t.signOut}
        </button>
      </form>
    </main>
  );
}
