import { readFileSync } from 'node:fs';
import type { HallDefinition, HallSettings } from '@jiaohao/shared/contract/hall.ts';
import { LANGUAGES } from '@jiaohao/shared/i18n/language.ts';
import { describe, expect, it } from 'vitest';
import {
  checkSettings,
  describeProblem,
  type Problem,
  parseHallDefinition,
} from '../../server/src/domain/hall-definition.ts';

const SAMPLE = readFileSync(new URL('../../server/halls/sample.json', import.meta.url), 'utf8');
const sample = (): HallDefinition => JSON.parse(SAMPLE) as HallDefinition;

// biome-ignore lint/suspicious/noExplicitAny: a test spoils the hall in ways its type forbids
type Spoil = (hall: any) => void;

function problemsOf(spoil: Spoil): Problem[] {
  const hall = sample();
  spoil(hall);
  const parsed = parseHallDefinition(JSON.stringify(hall));
  return parsed.ok ? [] : parsed.problems;
}

const GONE = Symbol('left out');

/** Sets, or with GONE removes, what stands at a path such as `services[3].letter`. */
function put(hall: unknown, where: string, value: unknown): void {
  const steps = where.match(/[^.[\]]+/g)!;
  const last = steps.pop()!;
  const inside = steps.reduce(
    (part, step) => part[step] as Record<string, unknown>,
    hall as Record<string, unknown>,
  );
  if (value === GONE) delete inside[last];
  else inside[last] = value;
}

const hoursWith = (...special: object[]) => ({ week: {}, special });

const told = (problems: Problem[]): string[] => problems.map(({ where, kind }) => `${where} ${kind}`);

describe('a hall file that is not as it should be', () => {
  it.each<[name: string, where: string, value: unknown, kind: Problem['kind']]>([
    ['an unknown format', 'format', 'jiaohao-hall/9', 'not-one-of'],
    ['a missing field', 'services[2].letter', GONE, 'missing'],
    ['a missing section', 'rules', GONE, 'missing'],
    ['a field that does not exist', 'rules.ratingSecond', 3, 'unknown-field'],
    ['a text where a number belongs', 'services[1].targetWaitMinutes', '10', 'wrong-kind'],
    ['a small letter', 'services[3].letter', 'd', 'wrong-form'],
    ['an impossible time', 'hall.dayStartsAt', '25:00', 'wrong-form'],
    ['an unknown role', 'people[0].role', 'boss', 'not-one-of'],
    ['no standard time', 'services[0].standardMinutes', 0, 'too-small'],
    ['too high a rate', 'rules.voice.rate', 900, 'too-large'],
    ['a person without a name', 'people[3].name', '', 'too-short'],
    ['too long a phone number', 'hall.complaintPhone', '1'.repeat(41), 'too-long'],
    ['two services of one id', 'services[1].id', 'social-card', 'duplicate'],
    ['two materials of one id', 'services[0].guide.materials[1].id', 'id-card', 'duplicate'],
    ['two offices of one id', 'services[0].guide.elsewhere[1].id', 'bank-account', 'duplicate'],
    ['two refusal reasons of one id', 'rules.refusalReasons[1].id', 'not-our-matter', 'duplicate'],
    ['two counters of one number', 'counters[4].number', 1, 'duplicate'],
    ['two people of one username', 'people[1].username', 'ChenXiulan', 'duplicate'],
    [
      'a counter that serves one service twice',
      'counters[0].services[1].serviceId',
      'social-card',
      'duplicate',
    ],
    ['a group that does not exist', 'services[0].groupId', 'socialinsurance', 'unknown-id'],
    [
      'a counter for a service that does not exist',
      'counters[0].services[0].serviceId',
      'social-cards',
      'unknown-id',
    ],
    ['a letter used twice', 'services[1].letter', 'A', 'ranges-overlap'],
    ['a time zone of daily use', 'hall.timeZone', 'Asia/Beijing', 'unknown-time-zone'],
    ['an offset for a time zone', 'hall.timeZone', '+07:00', 'unknown-time-zone'],
    ['a language tag of its own', 'hall.languages[1]', 'EN', 'unknown-language'],
    ['a share above one', 'rules.starvationShare.take', 4, 'share-above-one'],
    [
      'a voice that does not say the counter',
      'rules.voice.templates.en',
      'Number {number}.',
      'placeholder-missing',
    ],
    ['a voice with a language the hall has not', 'rules.voice.order[0].language', 'fr', 'unknown-id'],
  ])('%s is told by its place', (_name, where, value, kind) => {
    expect(told(problemsOf((hall) => put(hall, where, value)))).toContain(`${where} ${kind}`);
  });

  it.each<[name: string, where: string, value: unknown, expected: string]>([
    ['a service in an archived group', 'groups[4].archived', true, 'services[12].groupId group-archived'],
    [
      'a last number below the first',
      'services[0]',
      { ...sample().services[0], firstNumber: 9, lastNumber: 5 },
      'services[0].lastNumber range-backwards',
    ],
    [
      'a service without a main counter',
      'counters[11].services[0].role',
      'backup',
      'services[16] no-main-counter',
    ],
    ['a text without one of the languages', 'services[5].name.en', GONE, 'services[5].name text-missing'],
    ['an empty text', 'notices[0].text.zh-CN', ' ', 'notices[0].text text-missing'],
    ['a letter in a date', 'hours', hoursWith({ date: '1 October' }), 'hours.special[0].date wrong-form'],
    [
      'a day that does not exist',
      'hours',
      hoursWith({ date: '2026-02-30' }),
      'hours.special[0].date no-such-date',
    ],
    [
      'a holiday that ends before it begins',
      'hours',
      hoursWith({ date: '2026-10-07', until: '2026-10-01' }),
      'hours.special[0].until ends-before-beginning',
    ],
    [
      'two special days on one date',
      'hours',
      hoursWith({ date: '2026-10-01', until: '2026-10-07' }, { date: '2026-10-07', like: 'monday' }),
      'hours.special[1] times-overlap',
    ],
    [
      'a day with two kinds of hours',
      'hours',
      hoursWith({ date: '2026-10-10', like: 'friday', intervals: [{ from: '09:00', to: '10:00' }] }),
      'hours.special[0].like like-and-intervals',
    ],
    [
      'a lunch that overlaps the morning',
      'hours',
      {
        week: {
          monday: [
            { from: '09:00', to: '12:00' },
            { from: '11:00', to: '17:00' },
          ],
        },
      },
      'hours.week.monday[1] times-overlap',
    ],
    [
      'a service that closes before it opens',
      'services[3].hours',
      { week: { friday: [{ from: '22:00', to: '02:00' }] } },
      'services[3].hours.week.friday[0].to closes-before-opening',
    ],
    ['hours without a week', 'hours', { special: [] }, 'hours.week missing'],
    [
      'a special day without a name in a language of the hall',
      'hours',
      hoursWith({ date: '2026-10-01', name: { 'zh-CN': '国庆节' } }),
      'hours.special[0].name text-missing',
    ],
    [
      'a zone with a counter that is not there',
      'zones',
      [{ id: 'east', name: { 'zh-CN': '东区', en: 'East' }, counters: ['counter-1', 'counter-99'] }],
      'zones[0].counters[1] unknown-id',
    ],
    [
      'a zone without a name in a language of the hall',
      'zones',
      [{ id: 'east', name: { 'zh-CN': '东区' }, counters: ['counter-1'] }],
      'zones[0].name text-missing',
    ],
    ['a notice from a day that is none', 'notices[0].from', '2026-02-30', 'notices[0].from no-such-date'],
    [
      'a notice from a time that is none',
      'notices[0].from',
      '2026-02-03T25:00',
      'notices[0].from wrong-form',
    ],
    [
      'a notice that ends before it begins',
      'notices[0]',
      {
        id: 'n',
        text: { 'zh-CN': '通知', en: 'Notice' },
        from: '2026-05-01T09:00',
        until: '2026-05-01T08:00',
      },
      'notices[0].until ends-before-beginning',
    ],
    [
      'a notice for a zone that is not there',
      'notices[0].zones',
      ['east', 'north'],
      'notices[0].zones[1] unknown-id',
    ],
    [
      'a reason for a rating that stands twice on a list',
      'rules.ratingReasons.1[1].id',
      'long-wait',
      'rules.ratingReasons.1[1].id duplicate',
    ],
    ['a second enquiries service', 'services[0].enquiries', true, 'services[16].enquiries second-enquiries'],
  ])('%s is told where it can be mended', (_name, where, value, expected) => {
    expect(told(problemsOf((hall) => put(hall, where, value)))).toContain(expected);
  });

  it('is told all at once, form and meaning together', () => {
    const problems = problemsOf((hall) => {
      for (const service of hall.services) service.letter = 'a';
      hall.counters[1].number = 1;
      hall.people[0].role = 'boss';
    });
    expect(problems.filter(({ kind }) => kind === 'wrong-form')).toHaveLength(17);
    expect(told(problems)).toContain('counters[1].number duplicate');
    expect(told(problems)).toContain('people[0].role not-one-of');
  });
  it.each([['[]'], ['null'], ['3'], ['"hall"'], ['{}'], ['{"hall": null, "services": {}, "people": 3}']])(
    '%s is refused without breaking',
    (text) => {
      expect(parseHallDefinition(text).ok).toBe(false);
    },
  );
  it.each([['hall'], ['groups'], ['services'], ['counters'], ['rules'], ['notices'], ['people']])(
    '%s of any wrong kind is refused without breaking',
    (section) => {
      for (const wrong of [null, 3, 'x', [], {}, [null], [{}], [3]]) {
        if (section === 'notices' || section === 'people')
          if (Array.isArray(wrong) && wrong.length === 0) continue;
        expect(
          problemsOf((hall) => {
            hall[section] = wrong;
          }).length,
          JSON.stringify(wrong),
        ).toBeGreaterThan(0);
      }
    },
  );
});

describe('a hall file', () => {
  it('may leave out its people', () => {
    const { people: _, ...hall } = sample();
    expect(parseHallDefinition(JSON.stringify(hall))).toEqual({
      ok: true,
      definition: { ...hall, people: [] },
    });
  });
  it('may begin with the byte order mark that editors on Windows write', () => {
    expect(parseHallDefinition(`\uFEFF${SAMPLE}`).ok).toBe(true);
  });
  it('that is not UTF-8 is refused as such', () => {
    const gbk = Buffer.from([0x7b, 0xd4, 0xc6, 0x7d]).toString('utf8');
    expect(parseHallDefinition(gbk)).toEqual({ ok: false, problems: [{ where: '', kind: 'not-utf8' }] });
  });
  it('with a field written twice is refused, as half of it would be lost', () => {
    const twice = SAMPLE.replace('"sign": "社"', '"sign": "社", "sign": "保"');
    const parsed = parseHallDefinition(twice);
    expect(parsed.ok ? [] : told(parsed.problems)).toEqual(['groups[0].sign repeated-field']);
  });
  it('may part the numbers of one letter into ranges', () => {
    const problems = problemsOf((hall) => {
      Object.assign(hall.services[0], { firstNumber: 1, lastNumber: 499 });
      Object.assign(hall.services[1], { letter: 'A', firstNumber: 500 });
    });
    expect(problems).toEqual([]);
  });
  it('says nothing of a letter that only an archived service had', () => {
    expect(
      problemsOf((hall) => {
        hall.services[0].archived = true;
        hall.services[1].letter = 'A';
      }),
    ).toEqual([]);
  });
});

describe('a suggestion', () => {
  it('names the id that was probably meant', () => {
    const [problem] = problemsOf((hall) => {
      hall.services[0].groupId = 'socail-insurance';
    });
    expect(problem).toMatchObject({ kind: 'unknown-id', meant: 'social-insurance' });
  });
  it('names the language a text was probably written for', () => {
    const [problem] = problemsOf((hall) => {
      const { 'zh-CN': chinese, en } = hall.hall.name;
      hall.hall.name = { zh: chinese, en };
    });
    expect(problem).toEqual({ where: 'hall.name', kind: 'text-missing', language: 'zh-CN', meant: 'zh' });
  });
  it('names the time zone of a misspelt one', () => {
    const [problem] = problemsOf((hall) => {
      hall.hall.timeZone = 'Asia/Shangai';
    });
    expect(problem).toMatchObject({ meant: 'Asia/Shanghai' });
  });
});

describe('describeProblem', () => {
  it('says where, what is wrong and what would be right, in both languages', () => {
    const [problem] = problemsOf((hall) => {
      hall.services[3].letter = 'd';
    });
    expect(describeProblem(problem!, 'zh-CN')).toBe(
      'services[3].letter：“d”格式不对，应为：一个或两个大写英文字母，如 "A"。',
    );
    expect(describeProblem(problem!, 'en')).toBe(
      'services[3].letter: "d" does not have the right form: one or two capital letters, such as "A".',
    );
  });
  it('gives line and column of a fault of syntax', () => {
    const parsed = parseHallDefinition('{\n  "format"： "x"\n}');
    expect(parsed.ok ? '' : describeProblem(parsed.problems[0]!, 'zh-CN')).toMatch(/^2:11：“：”是中文标点/);
  });
  it('has a sentence without gaps for whatever is wrong', () => {
    const problems = problemsOf((hall) => {
      hall.rules = { voice: 3, extra: 1 };
      hall.services[0].groupId = 'nowhere';
      hall.counters[2].number = 1;
    });
    for (const language of LANGUAGES) {
      for (const problem of problems)
        expect(describeProblem(problem, language)).not.toMatch(/undefined|null|NaN/);
    }
  });
});

describe('checkSettings', () => {
  const settings = (): HallSettings => {
    const { format: _format, people: _people, ...rest } = sample();
    return rest;
  };
  it('passes the sample', () => {
    expect(checkSettings(settings())).toEqual([]);
  });
  it('tells what a change would break', () => {
    const changed = settings();
    changed.counters = changed.counters.map((counter) => ({ ...counter, archived: counter.number === 12 }));
    expect(told(checkSettings(changed))).toEqual([
      'services[15] no-main-counter',
      'services[16] no-main-counter',
    ]);
  });
  it('refuses what are no settings at all', () => {
    for (const wrong of [null, 3, [], 'x', {}]) expect(checkSettings(wrong as never)).not.toEqual([]);
  });
  it('leaves the settings it was given unchanged', () => {
    const given = Object.freeze(settings());
    checkSettings(given);
    expect(given).toEqual(settings());
  });
});
