/** Five is 非常满意, one 非常不满意: the levels of `RatingBody`. */
export type Level = 1 | 2 | 3 | 4 | 5;

/** Best first, as they stand on a pad and on a phone. */
export const LEVELS: readonly Level[] = [5, 4, 3, 2, 1];

interface Drawing {
  line: string;
  fill: string;
  eyes: { dots: readonly [x: number, y: number][] } | { path: string };
  brows?: string;
  mouth: string;
  /** An open mouth is filled white. */
  open?: boolean;
}

const DRAWINGS: Record<Level, Drawing> = {
  5: {
    line: '#0d5c4c',
    fill: '#d5ebe3',
    eyes: { path: 'M20 25q4-5 8 0M36 25q4-5 8 0' },
    mouth: 'M18 36q14 20 28 0z',
    open: true,
  },
  4: {
    line: '#2c6e49',
    fill: '#e4f0dc',
    eyes: {
      dots: [
        [23, 26],
        [41, 26],
      ],
    },
    mouth: 'M20 38q12 12 24 0',
  },
  3: {
    line: '#7a6212',
    fill: '#f6efce',
    eyes: {
      dots: [
        [23, 26],
        [41, 26],
      ],
    },
    mouth: 'M22 40q10 4 20 0',
  },
  2: {
    line: '#9a4a12',
    fill: '#fae3d0',
    eyes: {
      dots: [
        [23, 26],
        [41, 26],
      ],
    },
    mouth: 'M21 44q11-9 22 0',
  },
  1: {
    line: '#a3241b',
    fill: '#f9dad6',
    eyes: {
      dots: [
        [24, 29],
        [40, 29],
      ],
    },
    brows: 'M18 22l9 4M46 22l-9 4',
    mouth: 'M20 46q12-13 24 0',
  },
};

/** A face of the satisfaction press, `size` CSS px square. Decorative: its words stand beside it. */
export function Face({ level, size = 132 }: { level: Level; size?: number }) {
  const { line, fill, eyes, brows, mouth, open } = DRAWINGS[level];
  return (
    <svg
      class="face"
      width={size}
      height={size}
      viewBox="0 0 64 64"
      fill="none"
      stroke={line}
      stroke-width={3.5}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="32" cy="32" r="27" fill={fill} />
      {'path' in eyes ? (
        <path d={eyes.path} />
      ) : (
        eyes.dots.map(([x, y]) => <circle key={x} cx={x} cy={y} r="3.5" fill={line} stroke="none" />)
      )}
      {brows && <path d={brows} />}
      <path d={mouth} fill={open ? '#ffffff' : 'none'} />
    </svg>
  );
}
