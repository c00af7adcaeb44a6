import type { HallSettings, Rules } from '@jiaohao/shared/contract/hall.ts';
import { indexSettings, type Settings } from '../../server/src/domain/settings.ts';

/**
 * A small hall in which every rule can bite:
 *
 * | service   | numbers    | main at | backup at | standard |
 * | --------- | ---------- | ------- | --------- | -------- |
 * | social    | A001…      | c1, c2  | c3        | 10 min   |
 * | medical   | B001…      | c3      | c1        | 5 min    |
 * | property  | P001–P005  | c4      | c3        | 20 min   |
 * | residence | P501–P999  | c4      |           | 10 min   |
 *
 * Past the limit after 30 minutes, two of three calls go to those; at most two priority calls in a row;
 * backups join after 15 minutes; the elderly have a head start of 10 minutes, veterans of 20.
 */
const RULES: Rules = {
  waitingLimitMinutes: 30,
  starvationShare: { take: 2, of: 3 },
  priorityInARow: 2,
  backupJoinsAfterMinutes: 15,
  priorityClasses: [
    { id: 'elder', name: { en: 'Elderly' }, document: { en: 'ID card' }, headStartMinutes: 10 },
    { id: 'veteran', name: { en: 'Veteran' }, document: { en: 'Veteran card' }, headStartMinutes: 20 },
  ],
  pressesStart: true,
  defaultOutcome: 'done',
  ratingSeconds: 60,
  ratingReasons: {
    '5': [{ id: 'friendly', name: { en: 'Friendly' } }],
    '1': [
      { id: 'slow', name: { en: 'Slow' } },
      { id: 'rude', name: { en: 'Rude' } },
    ],
  },
  missedReturnsBehind: 2,
  missedRule: { en: 'Come back to the counter; you will wait behind two others.' },
  pauseReasons: [
    { id: 'lunch', name: { en: 'Lunch' }, sentence: { en: 'Back after lunch.' } },
    { id: 'errand', name: { en: 'Errand' }, sentence: { en: 'Back in a moment.' } },
  ],
  voice: {
    order: [{ language: 'en', times: 1 }],
    templates: { en: '{number}, counter {counter}' },
    one: '一',
    rate: 160,
    volume: 1,
  },
};

const main = (serviceId: string) => ({ serviceId, role: 'main' as const });
const backup = (serviceId: string) => ({ serviceId, role: 'backup' as const });

const HALL: HallSettings = {
  hall: { name: { en: 'Test hall' }, timeZone: 'Asia/Shanghai', languages: ['en'], dayStartsAt: '03:00' },
  groups: [{ id: 'all', name: { en: 'Everything' } }],
  services: [
    {
      id: 'social',
      groupId: 'all',
      letter: 'A',
      name: { en: 'Social security' },
      targetWaitMinutes: 15,
      standardMinutes: 10,
    },
    {
      id: 'medical',
      groupId: 'all',
      letter: 'B',
      name: { en: 'Health insurance' },
      targetWaitMinutes: 15,
      standardMinutes: 5,
    },
    {
      id: 'property',
      groupId: 'all',
      letter: 'P',
      firstNumber: 1,
      lastNumber: 5,
      name: { en: 'Property' },
      targetWaitMinutes: 15,
      standardMinutes: 20,
    },
    {
      id: 'residence',
      groupId: 'all',
      letter: 'P',
      firstNumber: 501,
      lastNumber: 999,
      name: { en: 'Residence' },
      targetWaitMinutes: 15,
      standardMinutes: 10,
    },
  ],
  counters: [
    { id: 'c1', number: 1, services: [main('social'), backup('medical')] },
    { id: 'c2', number: 2, services: [main('social')] },
    { id: 'c3', number: 3, services: [main('medical'), backup('social'), backup('property')] },
    { id: 'c4', number: 4, services: [main('property'), main('residence')] },
  ],
  rules: RULES,
  notices: [],
};

/** Who usually works at a counter of the test hall. */
export const clerkOf = (counterId: string): string => `clerk of ${counterId}`;

/** The test hall's document, with some rules of its own; change what it returns as you like. */
export function hallDocument(rules: Partial<Rules> = {}): HallSettings {
  const document = structuredClone(HALL);
  Object.assign(document.rules, rules);
  return document;
}

/** The test hall as decisions see it. `edit` changes the document first. */
export function hall(
  rules: Partial<Rules> = {},
  edit: (document: HallSettings) => void = () => {},
): Settings {
  const document = hallDocument(rules);
  edit(document);
  return indexSettings(1, document);
}
