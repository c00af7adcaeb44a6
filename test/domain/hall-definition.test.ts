import { readFileSync } from 'node:fs';
import { type HallDefinition, HallSettings } from '@jiaohao/shared/contract/hall.ts';
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

const told = (problems: Problem[]): string[] => problems.map(({ where, kind }) => `${where} ${kind}`);

describe('a hall file that is not as it should be', () => {
  it.each<[string, Spoil, string]>([
    [
      'an unknown format',
      (h) => {
        h.format = 'jiaohao-hall/9';
      },
      'format not-one-of',
    ],
    [
      'a missing field',
      (h) => {
        delete h.services[2].letter;
      },
      'services[2].letter missing',
    ],
    [
      'a missing section',
      (h) => {
        delete h.rules;
      },
      'rules missing',
    ],
    [
      'a field that does not exist',
      (h) => {
        h.rules.ratingSecond = 3;
      },
      'rules.ratingSecond unknown-field',
    ],
    [
      'a text where a number belongs',
      (h) => {
        h.services[1].targetWaitMinutes = '10';
      },
      'services[1].targetWaitMinutes wrong-kind',
    ],
    [
      'a small letter',
      (h) => {
        h.services[3].letter = 'd';
      },
      'services[3].letter wrong-form',
    ],
    [
      'an impossible time',
      (h) => {
        h.hall.dayStartsAt = '25:00';
      },
      'hall.dayStartsAt wrong-form',
    ],
    [
      'an unknown role',
      (h) => {
        h.people[0].role = 'boss';
      },
      'people[0].role not-one-of',
    ],
    [
      'no standard time',
      (h) => {
        h.services[0].standardMinutes = 0;
      },
      'services[0].standardMinutes too-small',
    ],
    [
      'too high a rate',
      (h) => {
        h.rules.voice.rate = 900;
      },
      'rules.voice.rate too-large',
    ],
    [
      'a person without a name',
      (h) => {
        h.people[3].name = '';
      },
      'people[3].name too-short',
    ],
    [
      'too long a phone number',
      (h) => {
        h.hall.complaintPhone = '1'.repeat(41);
      },
      'hall.complaintPhone too-long',
    ],
    [
      'two services of one id',
      (h) => {
        h.services[1].id = h.services[0].id;
      },
      'services[1].id duplicate',
    ],
    [
      'two counters of one number',
      (h) => {
        h.counters[4].number = 1;
      },
      'counters[4].number duplicate',
    ],
    [
      'two people of one username',
      (h) => {
        h.people[1].username = h.people[0].username.toUpperCase();
      },
      'people[1].username duplicate',
    ],
    [
      'a counter that serves one service twice',
      (h) => {
        h.counters[0].services[1] = h.counters[0].services[0];
      },
      'counters[0].services[1].serviceId duplicate',
    ],
    [
      'a group that does not exist',
      (h) => {
        h.services[0].groupId = 'socialinsurance';
      },
      'services[0].groupId unknown-id',
    ],
    [
      'a service in an archived group',
      (h) => {
        h.groups[4].archived = true;
      },
      'services[12].groupId group-archived',
    ],
    [
      'a counter for a service that does not exist',
      (h) => {
        h.counters[0].services[0].serviceId = 'social-cards';
      },
      'counters[0].services[0].serviceId unknown-id',
    ],
    [
      'a last number below the first',
      (h) => {
        Object.assign(h.services[0], { firstNumber: 9, lastNumber: 5 });
      },
      'services[0].lastNumber range-backwards',
    ],
    [
      'a letter used twice',
      (h) => {
        h.services[1].letter = 'A';
      },
      'services[1].letter ranges-overlap',
    ],
    [
      'a service without a main counter',
      (h) => {
        h.counters[11].services.shift();
      },
      'services[16] no-main-counter',
    ],
    [
      'a time zone of daily use',
      (h) => {
        h.hall.timeZone = 'Asia/Beijing';
      },
      'hall.timeZone unknown-time-zone',
    ],
    [
      'an offset for a time zone',
      (h) => {
        h.hall.timeZone = '+07:00';
      },
      'hall.timeZone unknown-time-zone',
    ],
    [
      'a language tag of its own',
      (h) => {
        h.hall.languages[1] = 'EN';
      },
      'hall.languages[1] unknown-language',
    ],
    [
      'a text without one of the languages',
      (h) => {
        delete h.services[5].name.en;
      },
      'services[5].name text-missing',
    ],
    [
      'an empty text',
      (h) => {
        h.notices[0].text['zh-CN'] = ' ';
      },
      'notices[0].text text-missing',
    ],
    [
      'a share above one',
      (h) => {
        h.rules.starvationShare.take = 4;
      },
      'rules.starvationShare.take share-above-one',
    ],
    [
      'a voice that does not say the counter',
      (h) => {
        h.rules.voice.templates.en = 'Number {number}.';
      },
      'rules.voice.templates.en placeholder-missing',
    ],
    [
      'a voice with a language the hall has not',
      (h) => {
        h.rules.voice.order[0].language = 'fr';
      },
      'rules.voice.order[0].language unknown-id',
    ],
    [
      'a second enquiries service',
      (h) => {
        h.services[0].enquiries = true;
      },
      'services[16].enquiries second-enquiries',
    ],
  ])('%s is told by its place', (_name, spoil, expected) => {
    expect(told(problemsOf(spoil))).toContain(expected);
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
  it('leaves the settings it was given unchanged', () => {
    const given = Object.freeze(settings());
    checkSettings(given);
    expect(Object.keys(given)).toEqual(Object.keys(HallSettings.properties));
  });
});
