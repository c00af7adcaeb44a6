import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../server/src/store/port.ts';
import { clerk } from '../support/given-steps.ts';
import { clerkOf, hallDocument } from '../support/hall.ts';
import { checkHub, journalOf, readRows } from '../support/journal.ts';
import { type OpenHall, openHall } from './support/open-hall.ts';

const MANAGER = { kind: 'person', id: 'manager', role: 'manager' } as const;

describe('a change of the settings', () => {
  let hall: OpenHall;
  let broken = false;

  beforeEach(async () => {
    broken = false;
    hall = await openHall({
      wrap: (store) => ({
        ...store,
        commit: (commit) => (broken ? Promise.reject(new StoreUnavailable('full')) : store.commit(commit)),
      }),
    });
  });
  afterEach(async () => {
    checkHub(hall.path, hall.operations.hall());
    await hall.close();
  });

  /** The test hall with other words and figures for social security. */
  function changed(name: string, targetWaitMinutes: number) {
    const document = hallDocument();
    Object.assign(document.services[0] ?? {}, { name: { en: name }, targetWaitMinutes, standardMinutes: 1 });
    document.rules.pressesStart = false;
    return document;
  }

  it('is a new version in the journal, and in force at once', async () => {
    await expect(hall.operations.changeSettings(MANAGER, 1, changed('Pensions', 5))).resolves.toBe(2);
    expect(hall.operations.settings()).toMatchObject({ version: 2, rules: { pressesStart: false } });
    const [first, second] = journalOf(hall.path).filter(({ stream }) => stream === 'settings');
    expect([first?.seq, second?.seq, second?.by, second?.settingsVersion]).toEqual([1, 2, MANAGER, 1]);
    await hall.restart();
    expect(hall.operations.settings().version).toBe(2);
  });

  it('is refused to whoever read an older version; of two at once one wins', async () => {
    const outcomes = await Promise.allSettled([
      hall.operations.changeSettings(MANAGER, 1, changed('Pensions', 5)),
      hall.operations.changeSettings(MANAGER, 1, changed('Welfare', 6)),
    ]);
    expect(outcomes).toMatchObject([
      { status: 'fulfilled', value: 2 },
      { status: 'rejected', reason: { code: 'stale-settings' } },
    ]);
    expect(hall.operations.settings().services[0]?.name).toEqual({ en: 'Pensions' });
  });

  it('leaves the words and figures of turns as they were when those were queued', async () => {
    await hall.open('c1');
    await hall.issue('social');
    const [, , third] = await Promise.all([
      hall.issue('social'),
      hall.operations.changeSettings(MANAGER, 1, changed('Pensions', 5)),
      hall.issue('social'),
    ]);
    expect(third.number).toBe('A003');
    await hall.callNext('c1');
    await hall.run({ type: 'start-service', counterId: 'c1' }, clerk(clerkOf('c1')));
    await hall.finish('c1');
    const rows = readRows(
      hall.path,
      'SELECT number, service_name, target_wait_ms, standard_ms, presses_start, settings_version FROM turns ORDER BY number',
    );
    const old = {
      service_name: '{"en":"Social security"}',
      target_wait_ms: 15 * 60_000,
      standard_ms: 10 * 60_000,
      presses_start: 1,
      settings_version: 1,
    };
    const now = {
      service_name: '{"en":"Pensions"}',
      target_wait_ms: 5 * 60_000,
      standard_ms: 60_000,
      presses_start: 0,
      settings_version: 2,
    };
    expect(rows).toEqual([
      { number: 'A001', ...old },
      { number: 'A002', ...old },
      { number: 'A003', ...now },
    ]);
  });

  it('is stamped on every event with the version by which it was decided', async () => {
    await Promise.all([
      hall.issue('social'),
      hall.operations.changeSettings(MANAGER, 1, changed('Pensions', 5)),
      hall.issue('social'),
    ]);
    const issued = journalOf(hall.path).filter(({ event }) => event.type === 'ticket-issued');
    expect(issued.map(({ settingsVersion }) => settingsVersion)).toEqual([1, 2]);
  });

  it('that cannot be committed is not in force', async () => {
    broken = true;
    await expect(hall.operations.changeSettings(MANAGER, 1, changed('Pensions', 5))).rejects.toBeInstanceOf(
      StoreUnavailable,
    );
    broken = false;
    expect(hall.operations.settings().version).toBe(1);
    await hall.operations.changeSettings(MANAGER, 1, changed('Pensions', 5));
    expect(hall.operations.settings().version).toBe(2);
  });
});
