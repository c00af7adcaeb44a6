import { type Api, ApiError } from '@jiaohao/shared/client/api.ts';
import { scanOf } from '@jiaohao/shared/client/scan-kind.ts';
import type { ScanAnswer } from '@jiaohao/shared/contract/scan.ts';
import type { KioskActions } from './kiosk-actions.ts';
import type { KioskState, UnreadReason } from './kiosk-state.ts';

/** What a kiosk does with what its scanner read. A further kind of code gets a case here. */
export function createScans(state: KioskState, actions: KioskActions, api: Pick<Api, 'post'>) {
  const sayUnread = (why: UnreadReason) => {
    state.dialog.value = { kind: 'unread', why };
  };

  async function showSlip(code: string): Promise<void> {
    try {
      const answer = await api.post<ScanAnswer>('/api/scan', { code });
      // Somebody has gone on to take a number meanwhile: that comes first.
      if (state.wishing.value !== null) return;
      if (answer.ticket === null) return sayUnread('over');
      actions.showSlip({ code, answer: { ...answer, ticket: answer.ticket } });
    } catch (error) {
      const unreachable = error instanceof ApiError && error.code === 'unreachable';
      sayUnread(unreachable ? 'unreachable' : 'unknown');
    }
  }

  return (text: string): void => {
    if (state.staff.value || state.wishing.value !== null) return;
    actions.goOn();
    const scan = scanOf(text);
    switch (scan.kind) {
      case 'slip':
        void showSlip(scan.code);
        return;
      case 'id-card':
        actions.holdCard(scan.number);
        return;
      case 'appointment':
        if (state.menu.value?.appointments) actions.checkIn(scan.code);
        else sayUnread('unknown');
        return;
      case 'other':
        sayUnread('unknown');
        return;
      default:
        scan satisfies never;
    }
  };
}
