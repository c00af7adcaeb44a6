import type { GuideContent } from '../contract/guide-content.ts';
import { guideSections } from '../i18n/guide-sections.ts';
import { words as pick } from '../i18n/words.ts';
import type { GuideWords } from '../i18n/zh-CN/guide.ts';

/** A service's guide (一次性告知), the same on every screen; each page styles it for its own distance. */
export function GuideSheet({
  guide,
  words,
  language,
}: {
  /** Without a version where it is shown before it is kept. */
  guide: GuideContent & { version?: string };
  words: GuideWords;
  language: string;
}) {
  return (
    <div class="guide-sheet">
      {guideSections(guide, words, (text) => pick(text, language)).map(({ key, title, as, points }) => {
        const List = as === 'steps' ? 'ol' : 'ul';
        return (
          <section key={key} data-section={key}>
            <h3>{title}</h3>
            <List data-as={as}>
              {points.map(({ text, more }) => (
                <li key={text}>
                  {text}
                  {more.map((line) => (
                    <span key={line} class="more">
                      {line}
                    </span>
                  ))}
                </li>
              ))}
            </List>
          </section>
        );
      })}
      <p class="guide-foot">
        {guide.complaintPhone !== null && (
          <span>
            {words.complaints} <b>{guide.complaintPhone}</b>
          </span>
        )}
        {guide.version !== undefined && (
          <span class="version">{words.version({ version: guide.version })}</span>
        )}
      </p>
    </div>
  );
}
