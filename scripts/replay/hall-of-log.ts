import type { Counter, HallDefinition, Rules, Service } from '@jiaohao/shared/contract/hall.ts';
import type { LoggedService, QueueLog } from './queue-log.ts';

export interface HallOfLog {
  definition: HallDefinition;
  serviceIds: Map<LoggedService, string>;
  /** The counters that serve each service. */
  counterIds: Map<LoggedService, string[]>;
}

const LANGUAGE = 'en';
const said = (text: string) => ({ [LANGUAGE]: text });
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const A_DAY_MINUTES = 24 * 60;

/**
 * The hall in which a log could have been written. Logs know no counters: each service gets as many of
 * its own as it had calls at one and the same moment. Its day starts at midnight, as the log's does.
 */
export function hallOfLog(log: QueueLog): HallOfLog {
  const letters = ownLetters(log.services);
  const serviceIds = new Map(log.services.map((service, index) => [service, `service-${index + 1}`]));
  const counterIds = new Map<LoggedService, string[]>();
  const services: Service[] = [];
  const counters: Counter[] = [];
  for (const service of log.services) {
    const id = serviceIds.get(service) as string;
    services.push({
      id,
      groupId: 'all',
      letter: letters.get(service) as string,
      name: said(service.name),
      targetWaitMinutes: 15,
      standardMinutes: 10,
    });
    const mine = Array.from({ length: callsAtOnce(log, service) }, () => {
      const number = counters.length + 1;
      counters.push({ id: `counter-${number}`, number, services: [{ serviceId: id, role: 'main' }] });
      return `counter-${number}`;
    });
    counterIds.set(service, mine);
  }
  const definition: HallDefinition = {
    format: 'jiaohao-hall/1',
    hall: {
      name: said(`Replay of ${log.date}`),
      timeZone: log.timeZone,
      languages: [LANGUAGE],
      dayStartsAt: '00:00',
    },
    groups: [{ id: 'all', name: said('All services') }],
    services,
    counters,
    rules: RULES,
    notices: [],
    people: [],
  };
  return { definition, serviceIds, counterIds };
}

/** First come, first served and nothing else; service counts from the call, because logs tell no start. */
const RULES: Rules = {
  waitingLimitMinutes: A_DAY_MINUTES,
  starvationShare: { take: 1, of: 1 },
  backupJoinsAfterMinutes: A_DAY_MINUTES,
  priorityClasses: [],
  pressesStart: false,
  defaultOutcome: 'done',
  ratingSeconds: 30,
  missedReturnsBehind: 3,
  missedRule: said('Tell any clerk.'),
  pauseReasons: [{ id: 'away', name: said('Away'), sentence: said('Back in a moment.') }],
  voice: {
    // Nobody listens.
    order: [],
    templates: said('Number {number}, counter {counter}'),
    one: '一',
    rate: 160,
    volume: 1,
  },
};

/** Each service keeps its letter, or gets the first free one when an earlier service has it. */
export function ownLetters(services: readonly LoggedService[]): Map<LoggedService, string> {
  const wanted = new Set(services.map(({ letter }) => letter));
  const spare = [...LETTERS, ...LETTERS.flatMap((first) => LETTERS.map((second) => first + second))]
    .filter((letter) => !wanted.has(letter))
    .values();
  const taken = new Set<string>();
  const letters = new Map<LoggedService, string>();
  for (const service of services) {
    const letter = taken.has(service.letter) ? (spare.next().value as string) : service.letter;
    taken.add(letter);
    letters.set(service, letter);
  }
  return letters;
}

/** The most calls of a service at one moment; at least one, because every service needs a counter. */
function callsAtOnce(log: QueueLog, service: LoggedService): number {
  const calls = new Map<number, number>();
  for (const { service: its, calledAt } of log.tickets) {
    if (its === service && calledAt !== null) calls.set(calledAt, (calls.get(calledAt) ?? 0) + 1);
  }
  return Math.max(1, ...calls.values());
}
