import { createApi } from '@jiaohao/shared/client/api.ts';
import type { KioskCheck } from '@jiaohao/shared/contract/kiosk-staff.ts';
import type { PrintView } from '@jiaohao/shared/contract/ticket.ts';

/** What the menu asks of the hub, with the pass that the PIN gave. */
export function createStaffApi(token: () => string | null, language: () => string, pass: string) {
  const api = createApi({ token, language, timeoutMs: 4000, headers: { 'Staff-Pass': pass } });
  return {
    check: () => api.get<KioskCheck>('/api/kiosk/staff'),
    printAgain: (ticketId: string) => api.post<{ print: PrintView }>('/api/kiosk/staff/print', { ticketId }),
    testSlip: () => api.post<{ print: PrintView }>('/api/print/test', { language: language() }),
    paper: (jobId: string) => api.get<{ print: PrintView }>(`/api/print/${jobId}`),
  };
}

export type StaffApi = ReturnType<typeof createStaffApi>;
