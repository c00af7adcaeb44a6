import { ApiError } from '@jiaohao/shared/client/api.ts';
import { scanOf } from '@jiaohao/shared/client/scan-kind.ts';
import { listenForScans } from '@jiaohao/shared/client/scanner.ts';
import { useEffect } from 'preact/hooks';
import { failureWords } from './failure.ts';
import type { Wish } from './panel.ts';
import { moveForScan } from './scanned.ts';
import type { Terminal } from './terminal.ts';
import { texts } from './texts.ts';

/** The scanner at a counter: a slip is acted on wherever the focus is, and never typed into the page. */
export function useScans(terminal: Terminal, grant: (wish: Wish) => void): void {
  useEffect(() => {
    async function onScan(text: string): Promise<void> {
      const t = texts.value.scan;
      const scan = scanOf(text);
      // A card's number is nobody's business here.
      if (scan.kind !== 'slip') {
        terminal.report(t.unknown);
        return;
      }
      try {
        const answer = await terminal.readSlip(scan.code);
        const view = terminal.view.value;
        if (!view) return;
        const move = moveForScan(answer, { view, can: terminal.can.value, t });
        if (move.kind === 'say') terminal.report(move.words);
        else grant(move.wish);
      } catch (error) {
        const unknown = error instanceof ApiError && error.code === 'unknown-ticket';
        terminal.report(unknown ? t.unknown : failureWords(error));
      }
    }
    return listenForScans(window, { onScan: (text) => void onScan(text) });
  }, [terminal, grant]);
}
