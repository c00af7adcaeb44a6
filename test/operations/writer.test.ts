import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DomainError } from '../../server/src/domain/errors.ts';
import { SequenceConflict, type Store, StoreUnavailable } from '../../server/src/store/port.ts';
import { clerk, KIOSK } from '../support/given-steps.ts';
import { clerkOf } from '../support/hall.ts';
import { checkHub, readRows } from '../support/journal.ts';
import { type OpenHall, openHall } from './support/open-hall.ts';

describe("the hall's one writer", () => {
  let hall: OpenHall;
  /** What stands before the store for the next commits and reads; each test puts its own. */
  let before: Partial<Pick<Store, 'commit' | 'readStream'>> = {};

  beforeEach(async () => {
    before = {};
    hall = await openHall({
      wrap: (store) => ({
        ...store,
        commit: (commit) => (before.commit ?? store.commit)(commit),
        readStream: (stream) => (before.readStream ?? store.readStream)(stream),
      }),
    });
  });
  afterEach(async () => {
    before = {};
    checkHub(hall.path, hall.operations.hall());
    await hall.close();
  });

  const issues = (count: number) => Promise.all(Array.from({ length: count }, () => hall.issue('social')));
  const numbers = (count: number) =>
    Array.from({ length: count }, (_, index) => `A${String(index + 1).padStart(3, '0')}`);

  it('lets requests that come together share a commit, and keeps their order', async () => {
    const start = hall.commits.length;
    const tickets = await issues(100);
    expect(tickets.map(({ number }) => number)).toEqual(numbers(100));
    expect(hall.commits.length - start).toBe(1);
  });

  it('tells nobody before it is committed', async () => {
    const seen: number[] = [];
    hall.operations.onCommitted(() => seen.push(readRows(hall.path, 'SELECT * FROM tickets').length));
    await issues(3);
    expect(seen).toEqual([3]);
  });

  it('refuses one of many without touching the others', async () => {
    await hall.open('c1');
    const outcomes = await Promise.allSettled([
      hall.issue('social'),
      hall.issue('no such service'),
      hall.callNext('c1'),
      hall.callNext('c1'),
      hall.issue('social'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(hall.inHand('c1')).toBe('A001');
    expect(hall.operations.hall().today.tickets.size).toBe(2);
  });

  it('lets go of the first half of a request whose second half is refused, and of nothing else', async () => {
    await hall.open('c1');
    await hall.issue('social');
    await hall.callNext('c1');
    const [kept, half, after] = await Promise.allSettled([
      hall.issue('medical'),
      // Breaks after its events were folded into the draft, as a fault in making the answer would.
      hall.operations.execute(
        clerk(clerkOf('c1')),
        { type: 'finish', counterId: 'c1', outcome: 'done', asked: false },
        {
          answer: () => {
            throw new Error('no answer');
          },
        },
      ),
      hall.issue('medical'),
    ]);
    expect([kept.status, half.status, after.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(hall.inHand('c1')).toBe('A001');
    await hall.finish('c1');
    expect(readRows(hall.path, "SELECT number FROM turns WHERE ending = 'served'")).toHaveLength(1);
  });

  it('leaves no row of what it let go', async () => {
    const ids = { ticketId: 'lost', turnId: 'lost', tokenHash: 'lost' };
    const lost = hall.operations.execute(
      KIOSK,
      { type: 'issue', ...ids, serviceId: 'social', priority: null, language: 'en', origin: 'kiosk' },
      {
        answer: () => {
          throw new Error('no answer');
        },
      },
    );
    const [, kept] = await Promise.allSettled([lost, hall.issue('social')]);
    expect(kept).toMatchObject({ status: 'fulfilled', value: { number: 'A001' } });
    for (const table of ['tickets', 'turns'])
      expect(readRows(hall.path, `SELECT number FROM ${table}`)).toEqual([{ number: 'A001' }]);
  });

  it('tries the others singly when one breaks the commit for all', async () => {
    await hall.issue('social');
    const [known] = readRows(hall.path, 'SELECT token_hash FROM tickets');
    const poisonous = hall.run({
      type: 'issue',
      ticketId: 'another',
      turnId: 'another',
      // No two tickets may have the same token: the database refuses this one, and the domain cannot know.
      tokenHash: String(known?.token_hash),
      serviceId: 'social',
      priority: null,
      language: 'en',
      origin: 'kiosk',
    });
    const outcomes = await Promise.allSettled([
      hall.issue('social'),
      hall.issue('social'),
      poisonous,
      hall.issue('social'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(hall.errors).toHaveLength(1);
    expect(
      readRows(hall.path, 'SELECT number FROM tickets ORDER BY number').map(({ number }) => number),
    ).toEqual(numbers(4));
  });

  it('says so to everybody when the store cannot commit, and nothing has happened', async () => {
    await hall.open('c1');
    before.commit = () => Promise.reject(new StoreUnavailable('SQLITE_FULL'));
    const outcomes = await Promise.allSettled([
      hall.issue('social'),
      hall.callNext('c1'),
      hall.issue('medical'),
    ]);
    for (const outcome of outcomes) {
      expect(outcome.status).toBe('rejected');
      expect((outcome as PromiseRejectedResult).reason).toBeInstanceOf(StoreUnavailable);
    }
    expect(hall.operations.hall().today.tickets.size).toBe(0);
    before = {};
    expect((await hall.issue('social')).number).toBe('A001');
  });

  it('reads what another writer did, and decides again: numbers stay unique', async () => {
    await hall.issue('social');
    let rivals = 0;
    before.commit = async (commit) => {
      // Another hub on the same journal is quicker, twice.
      if (commit.appends?.length && rivals < 2) await rival(++rivals);
      return hall.store.commit(commit);
    };
    const tickets = await issues(5);
    expect(tickets.map(({ number }) => number)).toEqual(['A004', 'A005', 'A006', 'A007', 'A008']);
    expect(hall.operations.hall().today.tickets.size).toBe(8);
  });

  it('gives up with 503, not with an error of ours, when another writer always comes first', async () => {
    before.commit = () => Promise.reject(new SequenceConflict('day'));
    await expect(hall.issue('social')).rejects.toBeInstanceOf(StoreUnavailable);
    before = {};
    expect((await hall.issue('social')).number).toBe('A001');
  });

  it('survives a store that fails while it reads what another writer did; readers see the old state', async () => {
    await hall.issue('social');
    before.commit = () => Promise.reject(new SequenceConflict('day'));
    before.readStream = (stream) =>
      stream.startsWith('day:')
        ? Promise.reject(new StoreUnavailable('locked'))
        : hall.store.readStream(stream);
    await expect(hall.issue('social')).rejects.toBeInstanceOf(StoreUnavailable);
    expect(hall.operations.hall().today.tickets.size).toBe(1);
    before = {};
    expect((await hall.issue('social')).number).toBe('A002');
  });

  describe('a request with a key', () => {
    const request = (request = 'hash of the body') => ({ actor: 'device:kiosk', key: 'press 1', request });
    const issueWith = (key: ReturnType<typeof request>, id: string) =>
      hall.run(
        {
          type: 'issue',
          ticketId: id,
          turnId: `turn of ${id}`,
          tokenHash: `hash of ${id}`,
          serviceId: 'social',
          priority: null,
          language: 'en',
          origin: 'kiosk',
        },
        KIOSK,
        key,
      );
    const key = request();

    it('has one effect and one answer, however often it comes, at once or later, before or after a restart', async () => {
      const twins = await Promise.all([issueWith(key, 'a'), issueWith(key, 'b'), issueWith(key, 'c')]);
      const later = await issueWith(key, 'd');
      await hall.restart();
      const muchLater = await issueWith(key, 'e');
      for (const answer of [...twins, later, muchLater]) expect(answer).toEqual(twins[0]);
      expect(hall.operations.hall().today.tickets.size).toBe(1);
    });

    it('is refused when it comes with another body, at once or later', async () => {
      const [first, second] = await Promise.allSettled([
        issueWith(key, 'a'),
        issueWith(request('another body'), 'b'),
      ]);
      expect(first.status).toBe('fulfilled');
      expect(second).toMatchObject({ status: 'rejected', reason: new DomainError('key-reused') });
      await expect(issueWith(request('another body'), 'c')).rejects.toMatchObject({ code: 'key-reused' });
    });

    it('may come again after a refusal: errors are not kept', async () => {
      before.commit = () => Promise.reject(new StoreUnavailable('locked'));
      await expect(issueWith(key, 'a')).rejects.toBeInstanceOf(StoreUnavailable);
      before = {};
      await issueWith(key, 'b');
      expect([...hall.operations.hall().today.tickets.keys()]).toEqual(['b']);
    });

    it('is forgotten after 48 hours, from the database too', async () => {
      await issueWith(key, 'a');
      hall.clock.pass(49 * 3600_000);
      await hall.issue('social');
      expect(readRows(hall.path, 'SELECT * FROM answered_keys')).toEqual([]);
      await issueWith(key, 'b');
      expect(hall.operations.hall().today.tickets.has('b')).toBe(true);
    });
  });

  /** Another hub issues a ticket on the same file: it loads, decides and appends by itself. */
  async function rival(serial: number): Promise<void> {
    const { createOperations } = await import('../../server/src/operations.ts');
    const other = await createOperations({
      store: hall.store,
      clock: hall.clock,
      tickMs: 2 ** 30,
      onError: (error) => hall.errors.push(error),
    });
    const id = `rival ${serial}`;
    await other.execute(
      KIOSK,
      {
        type: 'issue',
        ticketId: id,
        turnId: id,
        tokenHash: id,
        serviceId: 'social',
        priority: null,
        language: 'en',
        origin: 'kiosk',
      },
      { answer: () => null },
    );
    await other.stop();
  }
});
