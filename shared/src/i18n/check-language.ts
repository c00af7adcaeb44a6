import { en } from './areas-en.ts';
import { zhCN } from './areas-zh.ts';

/** Languages that say a text by a function are asked with these: enough for every plural and every "none". */
const PROBES = [0, 1, 2, 3, 5, 11, 21, 100];

type Text = string | ((...args: unknown[]) => unknown);
type Said = { fails: string } | { empty: boolean; variables: Set<string> };

/**
 * What is wrong with a language file, a plain sentence each; none: it can be used as it is. `file` is what
 * the module exports as `language`, `tag` the file's own name. It is held against the two languages that are
 * built in: what both say, every language must say.
 */
export function problemsOfLanguage(file: unknown, tag: string): string[] {
  if (!isRecord(file)) return ['it does not export `language`'];
  const problems: string[] = [];
  if (file['tag'] !== tag)
    problems.push(`\`tag\` is ${JSON.stringify(file['tag'])}, the file's name is ${tag}`);
  if (typeof file['name'] !== 'string' || file['name'].trim() === '')
    problems.push('`name` is missing: what the language is called in itself');
  for (const area of Object.keys(zhCN)) {
    const key = area as keyof typeof zhCN;
    problems.push(...compare(zhCN[key], en[key], file[area], area));
  }
  return [...problems, ...problemsOfVoice(file['voice'])];
}

function compare(zh: unknown, english: unknown, mine: unknown, path: string): string[] {
  if (!isRecord(zh)) return problemsOfText(zh as Text, english as Text, mine, path);
  if (mine === undefined) return [`${path} is missing, with all that is in it`];
  if (!isRecord(mine)) return [`${path} should be a group { … } of texts`];
  const strangers = Object.keys(mine).filter((key) => !Object.hasOwn(zh, key));
  return [
    ...strangers.map((key) => `${path}.${key} is in no other language: remove it, or mend its name`),
    ...Object.entries(zh).flatMap(([key, inner]) =>
      compare(inner, (english as Record<string, unknown>)[key], mine[key], `${path}.${key}`),
    ),
  ];
}

function problemsOfText(zh: Text, english: Text, mine: unknown, path: string): string[] {
  const like = `in English: ${sample(english)}`;
  if (mine === undefined) return [`${path} is missing (${like})`];
  if (typeof mine !== typeof zh) {
    const [should, is] =
      typeof zh === 'function' ? ['a function', 'a plain text'] : ['a plain text', typeof mine];
    return [`${path} should be ${should} and is ${is} (${like})`];
  }
  const [heardZh, heardEn, heard] = [listen(zh), listen(english), listen(mine as Text)];
  // Texts that choose among words of their own by a name cannot be asked with numbers.
  if ('fails' in heardZh || 'fails' in heardEn) return [];
  if ('fails' in heard) return [`${path} fails when it is said: ${heard.fails}`];
  const given = new Set([...heardZh.variables, ...heardEn.variables]);
  const needed = [...heardZh.variables].filter((name) => heardEn.variables.has(name));
  const braced = (names: Iterable<string>) => [...names].map((name) => `{${name}}`).join(', ');
  return [
    ...(heard.empty ? [`${path} is empty (${like})`] : []),
    ...[...heard.variables]
      .filter((name) => !given.has(name))
      .map(
        (name) => `${path} says {${name}}, which is not given there; what is: ${braced(given) || 'nothing'}`,
      ),
    ...needed
      .filter((name) => !heard.variables.has(name))
      .map((name) => `${path} does not say {${name}} (${like})`),
  ];
}

function problemsOfVoice(voice: unknown): string[] {
  if (voice === undefined) return [];
  const { engine, template, digits } = isRecord(voice) ? voice : {};
  const problems: string[] = [];
  if (typeof engine !== 'string' || engine === '') problems.push('voice.engine is missing: the voice’s name');
  for (const placeholder of ['{number}', '{counter}']) {
    if (typeof template !== 'string' || !template.includes(placeholder))
      problems.push(`voice.template lacks ${placeholder}`);
  }
  if (!Array.isArray(digits) || digits.length !== 10)
    problems.push('voice.digits needs ten words, for 0 to 9');
  return problems;
}

/** What a text says when it is asked with every probe, and which variables it looks at. */
function listen(text: Text): Said {
  if (typeof text === 'string') return { empty: text.trim() === '', variables: variablesIn(text) };
  const variables = new Set<string>();
  let empty = false;
  for (const probe of PROBES) {
    const given = new Proxy(
      {},
      {
        get(_target, name) {
          if (typeof name === 'string') variables.add(name);
          return probe;
        },
      },
    );
    try {
      const said = text(given);
      if (typeof said !== 'string') return { fails: 'it answers no text' };
      if (said.trim() === '') empty = true;
      if (/undefined|NaN|\[object/.test(said)) return { fails: said };
    } catch (error) {
      return { fails: String(error) };
    }
  }
  return { empty, variables };
}

/** `{number}` of a text that is filled in later, such as a template of the voice. */
const variablesIn = (text: string): Set<string> =>
  new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!));

function sample(english: Text): string {
  if (typeof english === 'string') return JSON.stringify(english);
  const named = new Proxy({}, { get: (_target, name) => `{${String(name)}}` });
  try {
    return JSON.stringify(english(named));
  } catch {
    return 'a function; see the English file';
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
