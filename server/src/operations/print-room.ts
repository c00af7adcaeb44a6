import type { PrintView } from '@jiaohao/shared/contract/ticket.ts';
import type { Operations } from '../operations.ts';
import { decodeSlip } from '../printing/decoder.ts';
import { openTransport } from '../printing/open-transport.ts';
import { slipPicture } from '../printing/picture.ts';
import type { PrinterHealth } from '../printing/printer-health.ts';
import { type PrinterProfile, printerProfile } from '../printing/printer-profile.ts';
import { createSpooler } from '../printing/spooler.ts';
import type { SpoolerLog } from '../printing/spooler-log.ts';
import type { SpoolerTimes } from '../printing/spooler-options.ts';
import type { PrinterTransport } from '../printing/transport.ts';
import { createVirtualPrinter } from '../printing/virtual.ts';
import type { Presence } from '../realtime/presence.ts';
import type { PrinterRow, PrintJobRow, Store } from '../store/port.ts';
import type { AppointmentDesk } from './appointment-desk.ts';
import type { Secrets } from './secrets.ts';
import { printJobStore, printView, slipSource } from './slips.ts';

interface PrintRoomDeps {
  store: Store;
  operations: Operations;
  presence: Presence;
  secrets: Secrets;
  publicUrl: string | undefined;
  appointmentCode: AppointmentDesk['codeOnPaper'];
  log: SpoolerLog;
  times?: Partial<SpoolerTimes>;
  /** A kiosk's ticket has news of its slip. */
  onSlip(deviceId: string, ticketId: string, print: PrintView): void;
  onHealth(printerId: string, health: PrinterHealth): void;
}

/** About what a thermal printer takes for a slip. */
const VIRTUAL_PRINT_MS = 150;

/** Printers that slips of another may go to. */
const WELL: ReadonlySet<PrinterHealth['state']> = new Set(['ok', 'near-end']);

interface Printer {
  transport: PrinterTransport;
  profile: PrinterProfile;
  isVirtual: boolean;
}

/** The printers, the spooler that feeds them, and what became of each slip. */
export async function createPrintRoom(deps: PrintRoomDeps) {
  const { store, operations, presence } = deps;
  const virtual = createVirtualPrinter({ printMs: VIRTUAL_PRINT_MS });
  const printers = new Map<string, Printer>();
  for (const printer of await store.printers()) install(printer);

  function install({ id, url, profile }: PrinterRow): void {
    const settings = printerProfile(JSON.parse(profile));
    const isVirtual = url === 'virtual:';
    printers.set(id, { transport: openTransport(url, settings, virtual), profile: settings, isVirtual });
  }
  const isVirtual = (printerId: string) => printers.get(printerId)?.isVirtual === true;

  /** The newest slip of each of today's tickets. */
  const latest = new Map<string, PrintJobRow>();
  let latestDay = operations.hall().today.date;
  for (const job of await store.printJobsOfDay(latestDay)) note(job);

  function note(job: PrintJobRow): void {
    if (job.kind !== 'ticket' || job.ticketId === null) return;
    const known = latest.get(job.ticketId);
    if (!known || job.copy >= known.copy) latest.set(job.ticketId, job);
  }

  const spooler = createSpooler({
    store: printJobStore(store),
    source: slipSource({
      findTicket: operations.findTicket,
      personal: store.personal,
      appointmentCode: deps.appointmentCode,
      secrets: deps.secrets,
      publicUrl: deps.publicUrl,
    }),
    printerIds: () => [...printers.keys()],
    transportFor: (printerId) => printers.get(printerId),
    isShowing: presence.isShowing,
    onChange({ content, ...job }) {
      if (content.kind !== 'ticket' || job.ticketId === null) return;
      const serviceDay = latest.get(job.ticketId)?.serviceDay ?? '';
      const row: PrintJobRow = { ...job, kind: content.kind, content: '', serviceDay };
      note(row);
      if (job.deviceId !== null) deps.onSlip(job.deviceId, job.ticketId, printView(row, isVirtual));
    },
    onHealth: deps.onHealth,
    clock: { now: operations.now },
    log: deps.log,
    times: deps.times,
  });

  operations.onCommitted(({ printJobs, writes }) => {
    const changed = writes.filter((write) => write.kind === 'put-printer');
    for (const { printer } of changed) install(printer);
    const { date } = operations.hall().today;
    if (date !== latestDay) {
      latestDay = date;
      latest.clear();
    }
    for (const job of printJobs) note(job);
    if (printJobs.length > 0 || changed.length > 0) spooler.wake();
  });

  /** A kiosk's own printer; without one, and for staff, the hall's first. */
  const ownPrinter = (printerId: string | null): string | undefined =>
    printerId !== null && printers.has(printerId) ? printerId : printers.keys().next().value;

  return {
    start: (): void => void spooler.start(),
    stop: () => spooler.stop(),
    shown: (ticketId: string): Promise<void> => spooler.shown(ticketId),
    health: (printerId: string): PrinterHealth => spooler.health(printerId),
    printOf: (ticketId: string): PrintView => printView(latest.get(ticketId), isVirtual),
    viewOf: (job: PrintJobRow | null): PrintView => printView(job, isVirtual),
    ownPrinter,
    /** Its own printer; while that one is in trouble, the first other one that is well takes its slips. */
    printerFor(printerId: string | null): string | undefined {
      const own = ownPrinter(printerId);
      if (own === undefined || spooler.health(own).state !== 'trouble') return own;
      return [...printers.keys()].find((other) => WELL.has(spooler.health(other).state)) ?? own;
    },
    /** The slip as it came out of the virtual printer, drawn from the bytes it was sent. */
    picture(jobId: string): string | null {
      const bytes = virtual.bytesOf(jobId);
      const printer = [...printers.values()].find((each) => each.isVirtual);
      return bytes && printer ? slipPicture(decodeSlip(bytes, printer.profile)) : null;
    },
  };
}
