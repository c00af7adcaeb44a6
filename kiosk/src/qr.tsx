import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';

/** Light modules around the code that scanners need. */
const QUIET = 4;

/** A QR code (level M) of `payload`, a link or a ticket code, as one SVG path, black on white. */
export function Qr({ payload, label }: { payload: string; label: string }) {
  const { size, path } = useMemo(() => drawing(payload), [payload]);
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
      data-payload={payload}
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}

function drawing(payload: string): { size: number; path: string } {
  const { size, data } = encode(payload, { ecc: 'M', border: QUIET });
  let path = '';
  for (const [y, row] of data.entries()) {
    for (const [x, dark] of row.entries()) if (dark) path += `M${x} ${y}h1v1h-1z`;
  }
  return { size, path };
}
