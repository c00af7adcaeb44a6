import { scanOf } from '@jiaohao/shared/client/scan-kind.ts';
import type { ScanAnswer } from '@jiaohao/shared/contract/scan.ts';
import { hub } from '../session.ts';

/** `over`: a slip of that service day. `nothing`: it cannot be a number. */
type Meant = { number: string } | { over: string } | 'nothing';

/**
 * Whose number was typed or scanned. What a slip's code says is asked for in a body: a link opens its phone
 * page, and addresses are kept in logs. The number of an identity card goes nowhere.
 */
export async function numberMeant(text: string): Promise<Meant> {
  const scan = scanOf(text);
  if (scan.kind === 'id-card') return 'nothing';
  if (scan.kind !== 'slip') return { number: text.trim() };
  const { ticket, serviceDay } = await hub.post<ScanAnswer>('/api/scan', { code: scan.code });
  return ticket ? { number: ticket.number } : { over: serviceDay };
}
