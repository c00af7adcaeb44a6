import { texts } from '../texts.ts';

const SHOWN = [
  'issued',
  'served',
  'done',
  'accepted',
  'missing',
  'refused',
  'referred',
  'meanWait',
  'p50Wait',
  'p90Wait',
  'maxWait',
  'serviceLevel',
  'notServed',
  'meanHandling',
  'withinStandard',
  'noShowRate',
  'cancelRate',
  'satisfaction',
  'participation',
  'notPressed',
  'notAsked',
  'doubtful',
  'paper',
  'waitsMet',
  'handlingsMet',
] as const;

/** What every figure of the table means, and how no-shows were treated. */
export function Definitions({ noShows }: { noShows: string }) {
  const { definitionsTitle, noShowsTitle, reports } = texts.value;
  return (
    <section class="definitions panel" aria-labelledby="definitions-title">
      <p>
        <strong>{noShowsTitle}</strong> {noShows}
      </p>
      <details>
        <summary id="definitions-title">{definitionsTitle}</summary>
        <dl>
          {SHOWN.map((name) => (
            <div key={name}>
              <dt>{reports.kpis[name]}</dt>
              <dd>{reports.definitions[name]}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
