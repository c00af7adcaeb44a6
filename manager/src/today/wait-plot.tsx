import { tick } from '@jiaohao/shared/client/hub-clock.ts';
import type { WaitsReport } from '@jiaohao/shared/contract/reports.ts';
import { clockTime } from '@jiaohao/shared/i18n/format.ts';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { language } from '../language.ts';
import { timeZone } from '../live-hall.ts';
import { durationWords, texts } from '../texts.ts';
import { daySpan, waitScale, zoneOffsetMs } from './plot-scale.ts';

const HEIGHT = 236;
const LEFT = 44;
const BOTTOM = 28;
const TOP = 28;
const RIGHT = 24;
const TICK_PX = 64;
const MINUTE_MS = 60_000;

/**
 * Mean waits as columns and P90 as a mark above each, by quarter hour. Drawn in real pixels, so that
 * words keep their size on every screen; the table beneath says the same to those who do not see it.
 */
export function WaitPlot({
  points,
  bucketMs,
  summary,
}: {
  points: WaitsReport['points'];
  bucketMs: number;
  summary: string;
}) {
  const t = texts.value;
  const box = useRef<HTMLDivElement>(null);
  const width = useSignal(800);
  const pointed = useSignal<number | null>(null);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) width.value = Math.max(320, Math.round(entry.contentRect.width));
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  const inner = width.value - LEFT - RIGHT;
  const scale = waitScale(Math.max(...points.map((point) => point.p90Ms ?? 0)));
  const lastEnd = last.at + bucketMs;
  // Up to now, while the day goes on: quiet since the last point is seen too.
  const end = tick.value > lastEnd && tick.value - lastEnd < 12 * 60 * MINUTE_MS ? tick.value : lastEnd;
  const span = daySpan(first.at, end, zoneOffsetMs(first.at, timeZone.value), Math.floor(inner / TICK_PX));
  const x = (at: number) => LEFT + ((at - span.from) / (span.to - span.from)) * inner;
  const y = (ms: number) => TOP + (1 - ms / MINUTE_MS / scale.top) * (HEIGHT - TOP - BOTTOM);
  const time = (at: number) => clockTime(at, timeZone.value, language.value);
  const column = Math.max(2, x(first.at + bucketMs) - x(first.at) - 3);
  const shown = points.find(({ at }) => at === pointed.value);

  function pointAt(event: PointerEvent) {
    const left = box.current?.getBoundingClientRect().left ?? 0;
    const at = span.from + ((event.clientX - left - LEFT) / inner) * (span.to - span.from);
    pointed.value = points.find((point) => at >= point.at && at < point.at + bucketMs)?.at ?? null;
  }

  return (
    <div
      class="plot"
      ref={box}
      onPointerMove={pointAt}
      onPointerDown={pointAt}
      onPointerLeave={() => {
        pointed.value = null;
      }}
    >
      <p class="readout" aria-hidden="true">
        {shown
          ? t.waitsPoint({
              from: time(shown.at),
              to: time(shown.at + bucketMs),
              count: shown.count,
              mean: durationWords(shown.meanMs),
              p90: durationWords(shown.p90Ms),
            })
          : summary}
      </p>
      <svg width={width.value} height={HEIGHT} role="img" aria-label={`${t.waitsTitle}. ${summary}`}>
        <text class="tick" x={LEFT - 8} y={12} text-anchor="end">
          {t.waitsAxis}
        </text>
        {scale.lines.map((minutes) => (
          <g key={minutes}>
            <line
              class="grid"
              x1={LEFT}
              x2={width.value - RIGHT}
              y1={y(minutes * MINUTE_MS)}
              y2={y(minutes * MINUTE_MS)}
            />
            <text class="tick" x={LEFT - 8} y={y(minutes * MINUTE_MS) + 4} text-anchor="end">
              {minutes}
            </text>
          </g>
        ))}
        {span.hours.map((at) => (
          <text key={at} class="tick" x={x(at)} y={HEIGHT - 8} text-anchor="middle">
            {time(at)}
          </text>
        ))}
        {points.map((point) => {
          const left = x(point.at) + 1.5;
          const mean = y(point.meanMs ?? 0);
          const p90 = y(point.p90Ms ?? 0);
          return (
            <g key={point.at} class={point.at === pointed.value ? 'point pointed' : 'point'}>
              <rect class="mean" x={left} y={mean} width={column} height={Math.max(1, y(0) - mean)} rx={2} />
              <line class="stem" x1={left + column / 2} x2={left + column / 2} y1={mean} y2={p90} />
              <line class="p90" x1={left} x2={left + column} y1={p90} y2={p90} />
            </g>
          );
        })}
      </svg>
    </div>
  );
}
