import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rebuildReadModels } from '../../server/src/store/rebuild.ts';
import { live } from '../operations/support/live.ts';
import { openHall } from '../operations/support/open-hall.ts';
import { sequence } from '../support/arbitraries.ts';
import { checkHub, readModels, replayed } from '../support/journal.ts';

const HISTORIES = Number(process.env.HISTORIES ?? 20);
const SEED = process.env.SEED === undefined ? undefined : Number(process.env.SEED);

describe('the read models', () => {
  it('are what the journal says, row by row, and come out the same when they are made anew', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(sequence, sequence, async (first, second) => {
        const hall = await openHall();
        try {
          await live(hall, [...first, { kind: 'end-of-day' }, ...second]);
          await hall.restart(60_000);
          await live(hall, first, 1000);
          expect(hall.errors).toEqual([]);
          checkHub(hall.path, hall.operations.hall());
          checkTurns(hall.path);

          const before = readModels(hall.path);
          expect(before.turns?.length).toBeGreaterThan(0);
          const { days, events } = rebuildReadModels(hall.path);
          expect(days).toBe(replayed(hall.path).size);
          expect(events).toBeGreaterThan(0);
          expect(readModels(hall.path)).toEqual(before);
        } finally {
          await hall.close();
        }
      }),
      { numRuns: HISTORIES, seed: SEED },
    );
  });

  it('are made anew even where they were lost or spoilt', async () => {
    const hall = await openHall();
    await hall.open('c1');
    await hall.issue('social');
    await hall.callNext('c1');
    const before = readModels(hall.path);
    const db = new Database(hall.path);
    db.exec(
      "DELETE FROM tickets; UPDATE turns SET number = 'X', state = 'ended'; DELETE FROM counter_intervals",
    );
    db.close();
    expect(rebuildReadModels(hall.path)).toEqual({ days: 1, events: 4 });
    expect(readModels(hall.path)).toEqual(before);
    await hall.close();
  });

  it('stay as they were when the journal cannot be folded', async () => {
    const hall = await openHall();
    await hall.issue('social');
    const db = new Database(hall.path);
    db.exec('UPDATE journal SET type = \'turn-finished\', data = \'{"turnId":"nobody"}\' WHERE seq = 2');
    db.close();
    const before = readModels(hall.path);
    expect(() => rebuildReadModels(hall.path)).toThrow(/unknown turn/);
    expect(readModels(hall.path)).toEqual(before);
    await hall.close();
  });
});

/** Each row of a turn says what the turn is after its day was folded from the journal. */
function checkTurns(path: string): void {
  const rows = new Map(readModels(path).turns?.map((row) => [row.turn_id, row]));
  let turns = 0;
  for (const day of replayed(path).values()) {
    for (const turn of day.turns.values()) {
      const { phase } = turn;
      // What is only planned has not been queued: no figure speaks of it.
      if (phase.state === 'planned') continue;
      turns += 1;
      expect(rows.get(turn.id)).toMatchObject({
        service_day: day.date,
        ticket_id: turn.ticketId,
        number: day.tickets.get(turn.ticketId)?.number,
        state: phase.state,
        ending: phase.state === 'ended' ? phase.ending : null,
        outcome: phase.state === 'ended' ? phase.outcome : null,
        queued_at: turn.queuedAt,
        first_called_at: turn.firstCalledAt,
        called_at: turn.calledAt,
        started_at: turn.startedAt,
        ended_at: turn.endedAt,
        parked_ms: turn.parkedMs,
        service_id: turn.serviceId,
        calls: turn.calls,
        no_show: turn.noShow ? 1 : 0,
        clerk_id: turn.clerkId,
        first_clerk_id: turn.firstClerkId,
        asked: turn.asked ? 1 : 0,
        rating: turn.rating?.level ?? null,
        met_outage: turn.metOutage.join() || null,
      });
    }
  }
  expect(rows.size).toBe(turns);
}
