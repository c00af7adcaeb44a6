import { useMemo } from 'preact/hooks';
import qrcode from 'qrcode-generator';

/** Light modules around the code that scanners need. */
const QUIET = 4;

/** A QR code (level M) of `payload` (ASCII: a link or a ticket code) as one SVG path, black on white. */
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
  const code = qrcode(0, 'M');
  code.addData(payload);
  code.make();
  const modules = code.getModuleCount();
  let path = '';
  for (let row = 0; row < modules; row++) {
    for (let column = 0; column < modules; column++) {
      if (code.isDark(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  return { size: modules + 2 * QUIET, path };
}
