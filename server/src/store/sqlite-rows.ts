import type { Actor, Envelope, HallEvent } from '../domain/event.ts';
import type { AlertRow, ApiClientRow, DeviceRow, PersonRow, PrintJobRow, SessionRow } from './port.ts';

/** Between SQLite's columns (snake_case, 0/1, JSON text) and the port's shapes. */

type Raw = Record<string, unknown>;

const text = (value: unknown): string => value as string;
const textOrNull = (value: unknown): string | null => (value ?? null) as string | null;
const numberOrNull = (value: unknown): number | null => (value ?? null) as number | null;

export function envelopeOf(row: Raw): Envelope {
  return {
    id: text(row.id),
    hall: text(row.hall),
    stream: text(row.stream),
    seq: row.seq as number,
    version: row.version as number,
    occurredAt: row.occurred_at as number,
    by: actorOf(row),
    commandId: text(row.command_id),
    settingsVersion: row.settings_version as number,
    event: { type: row.type, data: JSON.parse(text(row.data)) } as HallEvent,
  };
}

function actorOf(row: Raw): Actor {
  const id = text(row.by_id);
  switch (row.by_kind) {
    case 'device':
      return { kind: 'device', id };
    case 'client':
      return { kind: 'client', id };
    case 'slip':
      return { kind: 'slip', id };
    case 'hub':
      return { kind: 'hub' };
    default:
      // 'person:clerk' and so on: the role that the person had then.
      return { kind: 'person', id, role: text(row.by_kind).slice('person:'.length) } as Actor;
  }
}

export const byKind = (by: Actor): string => (by.kind === 'person' ? `person:${by.role}` : by.kind);

export function printJobOf(row: Raw): PrintJobRow {
  return {
    id: text(row.id),
    kind: text(row.kind),
    ticketId: textOrNull(row.ticket_id),
    serviceDay: text(row.service_day),
    printerId: text(row.printer_id),
    deviceId: textOrNull(row.device_id),
    copy: row.copy as number,
    content: text(row.content),
    state: row.state as PrintJobRow['state'],
    reason: (row.reason ?? null) as PrintJobRow['reason'],
    attempts: row.attempts as number,
    createdAt: row.created_at as number,
    changedAt: row.changed_at as number,
  };
}

export function personOf(row: Raw): PersonRow {
  return {
    id: text(row.id),
    username: text(row.username),
    name: text(row.name),
    staffNumber: textOrNull(row.staff_number),
    role: row.role as PersonRow['role'],
    passwordHash: textOrNull(row.password_hash),
    mustChange: row.must_change === 1,
    archived: row.archived === 1,
    createdAt: row.created_at as number,
  };
}

export function sessionOf(row: Raw): SessionRow {
  return {
    tokenHash: text(row.token_hash),
    personId: text(row.person_id),
    createdAt: row.created_at as number,
    seenAt: row.seen_at as number,
    endedAt: numberOrNull(row.ended_at),
    counterId: textOrNull(row.counter_id),
  };
}

export function deviceOf(row: Raw): DeviceRow {
  return {
    id: text(row.id),
    kind: row.kind as DeviceRow['kind'],
    name: text(row.name),
    counterId: textOrNull(row.counter_id),
    printerId: textOrNull(row.printer_id),
    zoneId: textOrNull(row.zone_id),
    speaks: row.speaks === 1,
    overscan: numberOrNull(row.overscan),
    tokenHash: textOrNull(row.token_hash),
    pairingHash: textOrNull(row.pairing_hash),
    pairingExpiresAt: numberOrNull(row.pairing_expires_at),
    createdAt: row.created_at as number,
    seenAt: numberOrNull(row.seen_at),
    revokedAt: numberOrNull(row.revoked_at),
  };
}

export const apiClientOf = (row: Raw): ApiClientRow => ({
  id: text(row.id),
  name: text(row.name),
  tokenHash: text(row.token_hash),
  createdAt: row.created_at as number,
  seenAt: numberOrNull(row.seen_at),
  revokedAt: numberOrNull(row.revoked_at),
});

export function alertOf(row: Raw): AlertRow {
  return {
    id: text(row.id),
    kind: text(row.kind),
    details: JSON.parse(text(row.details)),
    raisedAt: row.raised_at as number,
  };
}
