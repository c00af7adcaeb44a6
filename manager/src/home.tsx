import '@jiaohao/shared/ui/tokens.css';
import '@jiaohao/shared/ui/language-switch.css';
import './home.css';
import { askAboutHall, hallProfile } from '@jiaohao/shared/client/languages.ts';
import { home as en } from '@jiaohao/shared/i18n/en/home.ts';
import { inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import { home as zh } from '@jiaohao/shared/i18n/zh-CN/home.ts';
import { render } from 'preact';
import { language } from './language.ts';
import { LanguageButton } from './parts/language-button.tsx';

const homeTexts = inEveryLanguage(zh, en, ({ home }) => home);

/** The hub's first page: what is here, for somebody who stands before a new machine. */
function Home() {
  const t = homeTexts(language.value, hallProfile.value);
  document.title = t.title;
  return (
    <main class="home">
      <header>
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
        <LanguageButton className="language" label={t.language} />
      </header>
      <section aria-labelledby="for-customers">
        <h2 id="for-customers">{t.forCustomers}</h2>
        <p>{t.needsPairing}</p>
        <ul>
          <Place href="/kiosk" name={t.kiosk} hint={t.kioskHint} />
          <Place href="/hall" name={t.hall} hint={t.hallHint} />
          <Place href="/pad" name={t.pad} hint={t.padHint} />
        </ul>
      </section>
      <section aria-labelledby="for-staff">
        <h2 id="for-staff">{t.forStaff}</h2>
        <p>{t.needsSignIn}</p>
        <ul>
          <Place href="/counter" name={t.counter} hint={t.counterHint} />
          <Place href="/manager" name={t.manager} hint={t.managerHint} />
          <Place href="/api/docs" name={t.docs} hint={t.docsHint} />
        </ul>
      </section>
    </main>
  );
}

const Place = ({ href, name, hint }: { href: string; name: string; hint: string }) => (
  <li>
    <a href={href}>
      <strong>{name}</strong>
      <span>{hint}</span>
      <code aria-hidden="true">{href}</code>
    </a>
  </li>
);

document.documentElement.dataset['booted'] = 'true';
void askAboutHall();
render(<Home />, document.getElementById('app') as HTMLElement);
