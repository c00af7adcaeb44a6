import type { Board } from '@jiaohao/shared/contract/screens.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { Language } from '@jiaohao/shared/i18n/language.ts';
import { useComputed } from '@preact/signals';
import { Both } from '../both.tsx';
import type { HallState } from '../hall-state.ts';
import { type Texts, textsOf } from '../texts.ts';
import { type NoticePage, noticePages as pagesOf } from './notice-pages.ts';
import { openWords } from './open-words.ts';
import { pauseNotices, unservedNotice } from './pause-notices.ts';
import { pageAt } from './rotation.ts';

const PAGE_MS = 10_000;
/** How much of its own size a line of the footer is wide; see foot.css. */
const LINE_EM = { landscape: 41, portrait: 30 };

/** What the hall has to say, one thing after the other, and where to complain. */
export function Notices({
  hall,
  languages,
  portrait,
}: {
  hall: HallState;
  /** All of the hall's: each has its turn beside the first. */
  languages: readonly Language[];
  portrait: boolean;
}) {
  const board = hall.board.value;
  // By the minute: what is said of the hall's hours changes no oftener.
  const minute = useComputed(() => Math.floor(hall.now.value / 60_000) * 60_000).value;
  const lineEm = portrait ? LINE_EM.portrait : LINE_EM.landscape;
  const pages = board ? allPages(board, languages, lineEm, minute) : [];
  const count = pages.length;
  const page = useComputed(() => pageAt(count, hall.now.value, PAGE_MS)).value;
  const shown = pages[Math.min(page, Math.max(0, count - 1))];
  return (
    <footer>
      {shown && (
        <>
          <h2 class="tag">{shown.tag(textsOf(languages[0] ?? 'zh-CN'))}</h2>
          <div class="notice" data-lines={shown.lines.length}>
            {shown.lines.map(({ language, text }) => (
              <p key={language} lang={language}>
                {text}
              </p>
            ))}
          </div>
        </>
      )}
      {board?.complaintPhone && (
        <p class="phone">
          <Both text={(texts) => texts.complaints} />
          <b>{board.complaintPhone}</b>
        </p>
      )}
    </footer>
  );
}

/** A notice in two languages at a time, of which the first is the hall's own. */
function noticePages(notice: Localized, [first, ...others]: readonly Language[], lineEm: number) {
  const written = others.filter((language) => notice[language]?.trim());
  const shown = first === undefined ? [] : [first];
  const pairs = written.length > 1 ? written.map((other) => [...shown, other]) : [[...shown, ...others]];
  return pairs.flatMap((pair) => pagesOf(notice, pair, lineEm));
}

/** The hall's notices; before them what concerns people here and now. */
function allPages(board: Board, languages: readonly Language[], lineEm: number, now: number) {
  const pages = (tag: (texts: Texts) => string, notices: readonly (Localized | null)[]) =>
    notices
      .flatMap((notice) => (notice ? noticePages(notice, languages, lineEm) : []))
      .map((lines: NoticePage) => ({ tag, lines }));
  const held = Object.fromEntries(languages.map((language) => [language, textsOf(language).issuingHeld]));
  return [
    ...pages((t) => t.notice, [board.issuing ? null : held, openWords(board, languages, now)]),
    ...pages((t) => t.paused, [...pauseNotices(board, languages), unservedNotice(board, languages)]),
    ...pages((t) => t.missed, [board.missed.length > 0 ? board.missedRule : null]),
    ...pages((t) => t.notice, board.notices),
  ];
}
