import { HallDefinition, HallSettings } from '@jiaohao/shared/contract/hall.ts';
import { checkForm } from './hall-file/form.ts';
import { hallHoursMakeSense, serviceHoursMakeSense } from './hall-file/hours.ts';
import { scanJson } from './hall-file/json-syntax.ts';
import type { Problem } from './hall-file/problems.ts';
import {
  counterNumbersAreUnique,
  countersServeWhatExists,
  everyServiceHasAMainCounter,
  guidesNameThingsOnce,
  kioskKeysIssueWhatExists,
  noticesAreForZonesThatExist,
  noticesEndAfterTheyBegin,
  numbersAreApart,
  oneEnquiriesService,
  ratingReasonsAreUnique,
  servicesHaveGroups,
  starvationShareIsAShare,
  timeZoneExists,
  uniqueIds,
  usernamesAreUnique,
  voiceCanSpeak,
  zonesHaveCounters,
} from './hall-file/rules.ts';
import { checkLanguages, checkTexts } from './hall-file/texts.ts';

export { describeProblem, type Problem } from './hall-file/problems.ts';

export type ParsedHall = { ok: true; definition: HallDefinition } | { ok: false; problems: Problem[] };

/**
 * Reads a hall file (`HALL_FILE`). Everything wrong with it is told at once: where, what, and what
 * would be right (`describeProblem`). `people` may be left out.
 */
export function parseHallDefinition(text: string): ParsedHall {
  // Editors on Windows put a byte order mark before UTF-8.
  const json = text.replace(/^\uFEFF/, '');
  if (json.includes('\uFFFD')) return { ok: false, problems: [{ where: '', kind: 'not-utf8' }] };
  const scan = scanJson(json);
  if (!scan.ok) {
    const { line, column, fault, found } = scan;
    return { ok: false, problems: [{ where: `${line}:${column}`, kind: 'syntax', fault, found }] };
  }

  const value: unknown = JSON.parse(json);
  if (isObject(value) && value.people === undefined) value.people = [];
  const form = checkForm(HallDefinition, value);
  const definition = value as HallDefinition;
  const problems = [
    ...scan.repeated.map((where): Problem => ({ where, kind: 'repeated-field' })),
    ...form,
    ...checkMeaning(definition, form),
  ];
  return problems.length === 0 ? { ok: true, definition } : { ok: false, problems };
}

/** The same rules for settings that are changed later. An empty list: they may be used. */
export function checkSettings(settings: HallSettings): Problem[] {
  const form = checkForm(HallSettings, settings);
  return [...form, ...checkMeaning({ people: [], ...settings }, form)];
}

type Draft = Omit<HallDefinition, 'format'>;
type Section = keyof Draft;

/** A rule and the sections it reads: where one of those is broken in its structure, the rule waits. */
type Rule = [reads: Section[], check: (draft: Draft) => Problem[]];

const TOLD_TO_PEOPLE = [
  'hall',
  'groups',
  'services',
  'counters',
  'rules',
  'notices',
  'zones',
  'hours',
] as const;

const RULES: Rule[] = [
  [['hall'], timeZoneExists],
  [['hall'], ({ hall }) => checkLanguages(hall.languages)],
  ...TOLD_TO_PEOPLE.map(
    (section): Rule => [
      ['hall', section],
      (draft) => checkTexts(HallSettings.properties[section], draft[section], section, draft.hall.languages),
    ],
  ),
  [['groups'], ({ groups }) => uniqueIds(groups, 'groups')],
  [['services'], ({ services }) => uniqueIds(services, 'services')],
  [['services', 'groups'], servicesHaveGroups],
  [['services'], numbersAreApart],
  [['services'], oneEnquiriesService],
  [['services'], guidesNameThingsOnce],
  [['services'], serviceHoursMakeSense],
  [['counters'], ({ counters }) => uniqueIds(counters, 'counters')],
  [['counters'], counterNumbersAreUnique],
  [['counters', 'services'], countersServeWhatExists],
  [['counters', 'services'], everyServiceHasAMainCounter],
  [['rules'], ({ rules }) => uniqueIds(rules.priorityClasses, 'rules.priorityClasses')],
  [['rules'], ({ rules }) => uniqueIds(rules.pauseReasons, 'rules.pauseReasons')],
  [['rules'], ({ rules }) => uniqueIds(rules.refusalReasons ?? [], 'rules.refusalReasons')],
  [['rules'], ({ rules }) => uniqueIds(rules.voidReasons ?? [], 'rules.voidReasons')],
  [['rules'], ({ rules }) => uniqueIds(rules.announcements ?? [], 'rules.announcements')],
  [['rules'], ({ rules }) => uniqueIds(rules.emergencies ?? [], 'rules.emergencies')],
  [['rules'], starvationShareIsAShare],
  [['rules', 'hall'], voiceCanSpeak],
  [['rules', 'services'], kioskKeysIssueWhatExists],
  [['notices'], ({ notices }) => uniqueIds(notices, 'notices')],
  [['notices'], noticesEndAfterTheyBegin],
  [['notices', 'zones'], noticesAreForZonesThatExist],
  [['zones'], ({ zones = [] }) => uniqueIds(zones, 'zones')],
  [['zones', 'counters'], zonesHaveCounters],
  [['rules'], ({ rules }) => ratingReasonsAreUnique(rules)],
  [['hours'], hallHoursMakeSense],
  [['people'], ({ people }) => uniqueIds(people, 'people')],
  [['people'], usernamesAreUnique],
];

function checkMeaning(draft: Draft, form: Problem[]): Problem[] {
  const broken = form
    .filter(({ kind }) => kind === 'missing' || kind === 'wrong-kind')
    .map(({ where }) => where);
  // An empty place is the whole file: nothing in it can be read.
  if (broken.includes('')) return [];
  const sound = (section: Section) => !broken.some((where) => where.split(/[.[]/)[0] === section);
  return RULES.filter(([reads]) => reads.every(sound)).flatMap(([, check]) => check(draft));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
