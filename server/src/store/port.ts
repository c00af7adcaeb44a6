import type { Role } from '@jiaohao/shared/contract/hall.ts';
import type { DeviceKind } from '@jiaohao/shared/contract/session.ts';
import type { PrintReason, PrintState } from '@jiaohao/shared/contract/ticket.ts';
import type { Envelope } from '../domain/event.ts';
import type { RowChanges } from './projection.ts';

/**
 * The store as the rest of the hub knows it. Asynchronous although SQLite is not, so that another
 * database can stand behind it. Everything written goes through `commit`: one call, one transaction,
 * durable when its promise resolves.
 */
export interface Store {
  readonly hall: string;
  /**
   * @throws SequenceConflict another writer was there first: nothing is written
   * @throws StoreUnavailable locked, read-only, disk full: nothing is written, try again later
   */
  commit(commit: Commit): Promise<void>;
  /** A stream's events in order; empty where there is none. */
  readStream(stream: string): Promise<Envelope[]>;
  /** Names of the streams that begin so, in order. */
  streams(prefix: string): Promise<string[]>;
  /** Time of the journal's latest event, or null. */
  lastEventAt(): Promise<number | null>;
  /** Days in which a turn has not ended yet. */
  unfinishedDays(): Promise<string[]>;
  /** The latest day that began, or null. */
  latestDay(): Promise<string | null>;

  answered(actor: string, key: string): Promise<Answered | null>;

  ticketById(ticketId: string): Promise<TicketPlace | null>;
  ticketByToken(tokenHash: string): Promise<TicketPlace | null>;

  printJob(jobId: string): Promise<PrintJobRow | null>;
  /** The newest of a ticket's own slips. */
  latestPrintJob(ticketId: string): Promise<PrintJobRow | null>;
  /** The oldest queued job of a printer. */
  nextQueuedPrintJob(printerId: string): Promise<PrintJobRow | null>;
  /** Every job of a service day, oldest first. */
  printJobsOfDay(serviceDay: string): Promise<PrintJobRow[]>;
  /** Jobs in these states, oldest first. */
  printJobsIn(states: readonly PrintState[]): Promise<PrintJobRow[]>;
  /** Every paper of a ticket, oldest first. */
  printJobsOf(ticketId: string): Promise<PrintJobRow[]>;
  /** Moves a job on, if it still is in `from`. Durable. */
  changePrintJob(
    jobId: string,
    from: PrintState,
    to: PrintState,
    reason: PrintReason | null,
    at: number,
  ): Promise<PrintJobRow | null>;

  people(): Promise<PersonRow[]>;
  personByUsername(username: string): Promise<PersonRow | null>;
  session(tokenHash: string): Promise<SessionRow | null>;
  devices(): Promise<DeviceRow[]>;
  deviceByToken(tokenHash: string): Promise<DeviceRow | null>;
  deviceByPairing(pairingHash: string): Promise<DeviceRow | null>;
  apiClients(): Promise<ApiClientRow[]>;
  printers(): Promise<PrinterRow[]>;
  /** Hash of the number that opens a kiosk's menu for staff; null where none is set. */
  staffPin(deviceId: string): Promise<string | null>;
  /** Kiosks that have one. */
  devicesWithPin(): Promise<string[]>;
  /** When the hub was last there; null where it has never said so. */
  heartbeat(): Promise<Heartbeat | null>;
  /** Hash of the number by which this person takes over a counter; null where none is set. */
  reliefPin(personId: string): Promise<string | null>;
  /** People who have one. */
  peopleWithReliefPin(): Promise<string[]>;
  openAlerts(): Promise<AlertRow[]>;
  personal(id: string): Promise<string | null>;
  /** Those of these that are still kept, by id. */
  personalOf(ids: readonly string[]): Promise<Map<string, string>>;
  /** Ids of what was kept under this keyed hash, so that it can be found again without being read. */
  personalByLookup(lookup: string): Promise<string[]>;

  /** Where an appointment stands now, however often it was moved. */
  appointmentById(appointmentId: string): Promise<AppointmentPlace | null>;
  /** Appointments with this code, the latest day first. */
  appointmentsByCode(codeHash: string): Promise<AppointmentPlace[]>;
  /** Days before this one with appointments that nobody has closed. */
  openAppointmentDays(before: string): Promise<string[]>;

  /** What stands for the holders of a day's tickets. */
  holdersOf(serviceDay: string): Promise<{ ticketId: string; hash: string }[]>;

  close(): Promise<void>;
}

export interface Commit {
  appends?: readonly { stream: string; expectedSeq: number; events: readonly Envelope[] }[];
  rows?: RowChanges;
  printJobs?: readonly PrintJobRow[];
  writes?: readonly Write[];
  answered?: readonly Answered[];
}

/** What is kept beside the journal, because it is erasable, secret or about machines. */
export type Write =
  | { kind: 'add-person'; person: PersonRow }
  | { kind: 'change-person'; person: PersonRow }
  | { kind: 'open-session'; session: SessionRow }
  | { kind: 'see-session'; tokenHash: string; at: number }
  | { kind: 'end-session'; tokenHash: string; at: number }
  | { kind: 'end-sessions-of'; personId: string; at: number }
  | { kind: 'add-device'; device: DeviceRow }
  | { kind: 'change-device'; device: DeviceRow }
  | { kind: 'see-device'; deviceId: string; at: number }
  | { kind: 'add-client'; client: ApiClientRow }
  | { kind: 'revoke-client'; clientId: string; at: number }
  | { kind: 'see-client'; clientId: string; at: number }
  | { kind: 'put-printer'; printer: PrinterRow }
  | { kind: 'set-staff-pin'; deviceId: string; pinHash: string | null }
  | ({ kind: 'beat' } & Heartbeat)
  | { kind: 'set-relief-pin'; personId: string; pinHash: string | null }
  | { kind: 'raise-alert'; alert: AlertRow }
  | { kind: 'resolve-alert'; id: string; at: number; by: string | null }
  | ({ kind: 'keep-personal'; id: string; of: string; text: string; at: number } & Erasable)
  | { kind: 'keep-personal-until'; id: string; keepUntil: string }
  /** What was to be kept until a service day before this one. */
  | { kind: 'erase-personal'; before: string }
  | { kind: 'keep-holder'; serviceDay: string; ticketId: string; hash: string }
  /** Holders of service days before this one. */
  | { kind: 'forget-holders'; before: string }
  | { kind: 'forget-answered'; before: number }
  /** Slips of service days before this one, and the lines that clerks wrote for them. */
  | { kind: 'forget-slips'; before: string };

/** A sign of life, by the hub's own clock. */
export interface Heartbeat {
  at: number;
  /** The last one: it was stopped in order. */
  stopped: boolean;
}

/** Of personal data: what it is found by, and until which day it is needed. */
interface Erasable {
  /** A keyed hash. */
  lookup?: string;
  /** YYYY-MM-DD; absent: until somebody erases it. */
  keepUntil?: string;
}

export interface AppointmentPlace {
  appointmentId: string;
  serviceDay: string;
}

export interface Answered {
  actor: string;
  key: string;
  /** Hash of method, route and body: the same key with another request is refused. */
  request: string;
  /** JSON. Never holds a secret: those are derived again when the answer is given again. */
  answer: string;
  at: number;
}

export interface TicketPlace {
  ticketId: string;
  serviceDay: string;
}

export interface PrintJobRow {
  id: string;
  /** What its content says it is: ticket, waiting-list, … */
  kind: string;
  /** Whose paper it is; null: nobody's. */
  ticketId: string | null;
  serviceDay: string;
  printerId: string;
  deviceId: string | null;
  copy: number;
  /** JSON: what it says, without a ticket's token. */
  content: string;
  state: PrintState;
  reason: PrintReason | null;
  attempts: number;
  createdAt: number;
  changedAt: number;
}

export interface PersonRow {
  id: string;
  username: string;
  name: string;
  staffNumber: string | null;
  role: Role;
  passwordHash: string | null;
  mustChange: boolean;
  archived: boolean;
  createdAt: number;
}

export interface SessionRow {
  tokenHash: string;
  personId: string;
  createdAt: number;
  seenAt: number;
  endedAt: number | null;
  /** The one counter that a PIN opened it for; null: by password, for everything that its person may. */
  counterId: string | null;
}

export interface DeviceRow {
  id: string;
  kind: DeviceKind;
  name: string;
  counterId: string | null;
  printerId: string | null;
  /** Of a hall screen; null: it shows the whole hall. */
  zoneId: string | null;
  /** Whether a hall screen may be the one that speaks. */
  speaks: boolean;
  /** Per cent of each edge that this screen cuts off; null: not said. */
  overscan: number | null;
  tokenHash: string | null;
  pairingHash: string | null;
  pairingExpiresAt: number | null;
  createdAt: number;
  seenAt: number | null;
  revokedAt: number | null;
}

/** Another system that books appointments through the API. */
export interface ApiClientRow {
  id: string;
  name: string;
  tokenHash: string;
  createdAt: number;
  seenAt: number | null;
  revokedAt: number | null;
}

export interface PrinterRow {
  id: string;
  name: string;
  url: string;
  /** JSON of the printer's profile. */
  profile: string;
}

export interface AlertRow {
  id: string;
  kind: string;
  details: Record<string, unknown>;
  raisedAt: number;
}

/** Another writer appended first. Load the tail and decide again. */
export class SequenceConflict extends Error {
  override name = 'SequenceConflict';
}

/** The database cannot commit now. Nothing was written; the cause is for the log, never for an answer. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}
