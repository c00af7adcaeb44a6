import { randomUUID } from 'node:crypto';
import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import type { Committed } from '../operations.ts';
import type { AlertRow, Store } from '../store/port.ts';

type AlertView = HallView['alerts'][number];

/**
 * What staff should know: alerts that are kept until somebody sees to them, and troubles of machines that
 * end by themselves when they are mended.
 */
export async function createAlerts(store: Store, now: () => number) {
  const kept = new Map<string, AlertRow>();
  const troubles = new Map<string, AlertView>();
  for (const alert of await store.openAlerts()) kept.set(alert.id, alert);

  return {
    all: (): AlertView[] => [
      ...[...kept.values()].map(({ id, kind, details, raisedAt }) => ({ id, kind, at: raisedAt, details })),
      ...troubles.values(),
    ],
    follow({ writes }: Committed): void {
      for (const write of writes) {
        if (write.kind === 'raise-alert') kept.set(write.alert.id, write.alert);
        if (write.kind === 'resolve-alert') kept.delete(write.id);
      }
    },
    /** A machine's trouble began or, with null, ended. `of` names the machine. Answers whether that is news. */
    trouble(kind: string, of: string, details: Record<string, unknown> | null): boolean {
      const slot = `${kind}:${of}`;
      const before = troubles.get(slot);
      if (details === null) return troubles.delete(slot);
      if (before && JSON.stringify(before.details) === JSON.stringify(details)) return false;
      troubles.set(slot, { id: before?.id ?? randomUUID(), kind, at: before?.at ?? now(), details });
      return true;
    },
  };
}
