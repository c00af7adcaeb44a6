import { describe, expect, it } from 'vitest';
import { hallOfLog, ownLetters } from '../../../scripts/replay/hall-of-log.ts';
import { readQueueLog } from '../../../scripts/replay/queue-log.ts';
import { parseHallDefinition } from '../../../server/src/domain/hall-definition.ts';

describe('the hall that a log is replayed in', () => {
  it('gives services that share a letter each their own, and takes nobody else’s', () => {
    const services = ['A', 'A', 'B', 'A'].map((letter, index) => ({ letter, name: String(index) }));
    expect([...ownLetters(services).values()]).toEqual(['A', 'C', 'B', 'D']);
  });

  it('is one the hub accepts, with a counter for each call of one moment', () => {
    const at = (time: string) => `2020-01-09T08:${time}:00`;
    const log = readQueueLog(
      [
        'service_letter,service_name,ticket,issued_at,called_at',
        `A,Ewidencja,1,${at('00')},${at('05')}`,
        `A,Ewidencja,2,${at('00')},${at('05')}`,
        `A,Meldunki,1,${at('00')},${at('05')}`,
      ].join('\n'),
      'Europe/Warsaw',
    );
    const { definition, counterIds } = hallOfLog(log);
    expect(parseHallDefinition(JSON.stringify(definition))).toMatchObject({ ok: true });
    expect([...counterIds.values()]).toEqual([['counter-1', 'counter-2'], ['counter-3']]);
  });
});
