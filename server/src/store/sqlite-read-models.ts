import type { Database } from 'better-sqlite3';
import type {
  AppointmentRow,
  ExplanationRow,
  IntervalChange,
  PressRow,
  RowChanges,
  TicketRow,
  TurnRow,
} from './projection.ts';

/** Writes what a projection gathered; inside the transaction that also appends the events it came from. */
export function createReadModelWriter(db: Database, hall: string): (rows: RowChanges) => void {
  const addTicket = createTicketWriter(db, hall);
  const putTurn = createTurnWriter(db, hall);
  const changeInterval = createIntervalWriter(db, hall);
  const addPress = createPressWriter(db, hall);
  const putAppointment = createAppointmentWriter(db, hall);
  const forget = db.prepare('DELETE FROM turns WHERE hall = ? AND turn_id = ?');
  const explain = createExplanationWriter(db, hall);
  return ({ tickets, turns, intervals, presses, gone, appointments = [], explanations = [] }) => {
    for (const each of tickets) addTicket(each);
    for (const each of turns) putTurn(each);
    for (const turnId of gone) forget.run(hall, turnId);
    for (const each of intervals) changeInterval(each);
    for (const each of presses) addPress(each);
    for (const each of appointments) putAppointment(each);
    for (const each of explanations) explain(each);
  };
}

function createTicketWriter(db: Database, hall: string): (row: TicketRow) => void {
  const add = db.prepare(
    'INSERT INTO tickets (ticket_id, hall, service_day, number, token_hash) VALUES (?, ?, ?, ?, ?)',
  );
  return ({ ticketId, serviceDay, number, tokenHash }) =>
    void add.run(ticketId, hall, serviceDay, number, tokenHash);
}

function createAppointmentWriter(db: Database, hall: string): (row: AppointmentRow) => void {
  const put = db.prepare(`
    INSERT OR REPLACE INTO appointments (hall, service_day, appointment_id, service_id, slot_at, state, arrival,
      code_hash, contact_id, ticket_id, booked_at, checked_in_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  return ({ serviceDay, appointment }) => {
    const { id, serviceId, slotAt, state, codeHash, contactId, bookedAt, checkedIn } = appointment;
    const { arrival = null, ticketId = null, at = null } = checkedIn ?? {};
    put.run(
      hall,
      serviceDay,
      id,
      serviceId,
      slotAt,
      state,
      arrival,
      codeHash,
      contactId,
      ticketId,
      bookedAt,
      at,
    );
  };
}

function createPressWriter(db: Database, hall: string): (row: PressRow) => void {
  const add = db.prepare(`
    INSERT INTO presses (id, hall, service_day, turn_id, level, reasons, source, pressed_at, effective, comment_id, doubt, reasons_version)
    VALUES (@id, @hall, @serviceDay, @turnId, @level, @reasons, @source, @at, @effective, @commentId, @doubt, @reasonsVersion)`);
  return (row) =>
    void add.run({ ...row, hall, reasons: JSON.stringify(row.reasons), effective: row.effective ? 1 : 0 });
}

function createExplanationWriter(db: Database, hall: string): (row: ExplanationRow) => void {
  const put = db.prepare(`
    UPDATE presses SET reasons = @reasons, reasons_version = @reasonsVersion,
      comment_id = coalesce(@commentId, comment_id)
    WHERE turn_id = @turnId AND hall = @hall AND effective = 1`);
  return (row) => void put.run({ ...row, hall, reasons: JSON.stringify(row.reasons) });
}

function createTurnWriter(db: Database, hall: string): (row: TurnRow) => void {
  const columns = [
    'turn_id',
    'hall',
    'service_day',
    'ticket_id',
    'number',
    'service_id',
    'service_name',
    'priority',
    'origin',
    'state',
    'ending',
    'outcome',
    'queued_at',
    'order_at',
    'first_called_at',
    'called_at',
    'started_at',
    'ended_at',
    'parked_ms',
    'calls',
    'no_show',
    'counter_id',
    'counter_number',
    'clerk_id',
    'first_clerk_id',
    'why',
    'target_wait_ms',
    'standard_ms',
    'presses_start',
    'asked',
    'rating',
    'rated_at',
    'doubtful',
    'details',
    'met_outage',
    'settings_version',
  ];
  const put = db.prepare(`
    INSERT INTO turns (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
    ON CONFLICT (turn_id) DO UPDATE SET ${columns
      .slice(1)
      .map((name) => `${name} = excluded.${name}`)
      .join(', ')}`);
  return ({ serviceDay, number, origin, turn }) => {
    const { phase, held } = turn;
    const ended = phase.state === 'ended' ? phase : null;
    put.run(
      turn.id,
      hall,
      serviceDay,
      turn.ticketId,
      number,
      turn.serviceId,
      JSON.stringify(held.serviceName),
      turn.priority,
      origin,
      phase.state,
      ended?.ending ?? null,
      ended?.outcome ?? null,
      turn.queuedAt,
      turn.orderAt,
      turn.firstCalledAt,
      turn.calledAt,
      turn.startedAt,
      turn.endedAt,
      turn.parkedMs,
      turn.calls,
      turn.noShow ? 1 : 0,
      turn.counterId,
      turn.counterNumber,
      turn.clerkId,
      turn.firstClerkId,
      turn.why,
      held.targetWaitMs,
      held.standardMs,
      held.pressesStart ? 1 : 0,
      turn.asked ? 1 : 0,
      turn.rating?.level ?? null,
      turn.rating?.at ?? null,
      turn.doubtful,
      turn.details && JSON.stringify(turn.details),
      turn.metOutage.join(',') || null,
      turn.settingsVersion,
    );
  };
}

function createIntervalWriter(db: Database, hall: string): (change: IntervalChange) => void {
  const begin = db.prepare(`
    INSERT INTO counter_intervals (id, hall, service_day, counter_id, clerk_id, kind, reason, started_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const end = db.prepare(`
    UPDATE counter_intervals SET ended_at = ?
    WHERE hall = ? AND service_day = ? AND counter_id = ? AND ended_at IS NULL AND (kind = ? OR ? = 'all')`);
  return (change) => {
    const { serviceDay, counterId, kind, at } = change;
    if (change.op === 'end') end.run(at, hall, serviceDay, counterId, kind, kind);
    else begin.run(change.id, hall, serviceDay, counterId, change.clerkId, kind, change.reason, at);
  };
}
