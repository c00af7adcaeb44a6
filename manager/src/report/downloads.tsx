import { language } from '../language.ts';
import { texts } from '../texts.ts';

/** Plain links: the browser saves the stream as it comes, however long it is. */
export function Downloads({ query }: { query: string }) {
  const t = texts.value;
  const href = (extension: string) =>
    `/api/reports/turns.${extension}?${query}&language=${encodeURIComponent(language.value)}`;
  return (
    <div class="downloads">
      <a class="button" href={href('csv')} download>
        {t.downloadCsv}
      </a>
      <a class="button" href={href('xlsx')} download>
        {t.downloadXlsx}
      </a>
    </div>
  );
}
