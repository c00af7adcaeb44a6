import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import type { PrintView } from '@jiaohao/shared/contract/ticket.ts';
import type { Config } from '../config.ts';
import type { Addresses } from '../operations/addresses.ts';
import type { AppointmentDesk } from '../operations/appointment-desk.ts';
import type { Directory } from '../operations/directory.ts';
import type { Holders } from '../operations/holders.ts';
import type { Principals } from '../operations/principal.ts';
import type { ReasonLists } from '../operations/reason-lists.ts';
import type { Secrets } from '../operations/secrets.ts';
import type { Snapshots } from '../operations/snapshots.ts';
import type { Operations } from '../operations.ts';
import type { PrinterHealth } from '../printing/printer-health.ts';
import type { Presence } from '../realtime/presence.ts';
import type { Reports } from '../reports/reports.ts';
import type { PrintJobRow, Store } from '../store/port.ts';
import type { Voice } from '../voice/voice.ts';

/** What routes may use of the hub. Routes are thin: they check, call one of these, and shape the answer. */
export interface Hub {
  config: Pick<Config, 'publicUrl'>;
  operations: Operations;
  store: Store;
  secrets: Secrets;
  principals: Principals;
  directory: Directory;
  addresses: Addresses;
  reasonLists: ReasonLists;
  presence: Presence;
  snapshots: Snapshots;
  reports: Reports;
  appointmentDesk: AppointmentDesk;
  voice: Voice;
  holders: Holders;
  printing: {
    /** The printer of a kiosk; the hall's first one for everybody else. Another one while that is in trouble. */
    printerFor(deviceId: string | null): string | undefined;

    /** The printer beside a counter; the hall's first where it has none. */
    printerAt(counterId: string): string | undefined;
    /** A kiosk's own, else the hall's first, in trouble or not. */
    ownPrinterOf(deviceId: string | null): string | undefined;
    health(printerId: string): PrinterHealth;
    viewOf(job: PrintJobRow | null): PrintView;
    /** The slip as it came out of the virtual printer, SVG; null when it did not (or not yet). */
    picture(jobId: string): string | null;
  };
  sockets: {
    helpComes(deviceId: string): void;
    dropDevice(deviceId: string): void;
    dropSession(sessionHash: string): void;
    dropPerson(personId: string): void;
    connections(): number;
  };
  /** Folder that holds each app's `dist`. */
  screensRoot: string;
  alerts(): HallView['alerts'];
}
