import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { HallDefinition } from '@jiaohao/shared/contract/hall.ts';
import { type Envelope, SETTINGS_STREAM } from './domain/event.ts';
import { describeProblem, parseHallDefinition } from './domain/hall-definition.ts';
import { hashPassword, type PasswordCost } from './operations/passwords.ts';
import { parsePrinterUrl } from './printing/open-transport.ts';
import { printerProfile } from './printing/printer-profile.ts';
import type { PersonRow, Store } from './store/port.ts';

const SAMPLE_HALL = new URL('../halls/sample.json', import.meta.url);

export interface Seeds {
  adminPassword: string | undefined;
  printerUrl: string;
  hallFile: string | undefined;
}

/** What the installer must be told once. */
export interface Seeded {
  /** Only where it was made up here: it is not kept anywhere. */
  adminPassword: string | undefined;
}

/** The hall file cannot be used; one line per mistake, in both languages. */
export class HallFileError extends Error {
  override name = 'HallFileError';
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/**
 * Fills an empty data folder: the hall, its people, the admin, the printer. One commit; a folder that
 * has a hall already is left alone.
 * @throws HallFileError, BadPrinterUrl
 */
export async function seedHall(
  store: Store,
  seeds: Seeds,
  now: number,
  passwordCost?: PasswordCost,
): Promise<Seeded | null> {
  if ((await store.readStream(SETTINGS_STREAM)).length > 0) return null;
  parsePrinterUrl(seeds.printerUrl);
  const { format: _format, people, ...document } = readHallFile(seeds.hallFile);
  const password = seeds.adminPassword ?? randomBytes(9).toString('base64url');
  const settingsChanged: Envelope = {
    id: randomUUID(),
    hall: store.hall,
    stream: SETTINGS_STREAM,
    seq: 1,
    version: 1,
    occurredAt: now,
    by: { kind: 'hub' },
    commandId: randomUUID(),
    settingsVersion: 1,
    event: { type: 'settings-changed', data: { version: 1, document } },
  };
  const admin: PersonRow = {
    id: randomUUID(),
    username: 'admin',
    name: '管理员',
    staffNumber: null,
    role: 'admin',
    passwordHash: await hashPassword(password, passwordCost),
    mustChange: false,
    archived: false,
    createdAt: now,
  };
  const staff = people.map((person, index) => ({
    id: person.id ?? randomUUID(),
    username: person.username,
    name: person.name,
    staffNumber: person.staffNumber ?? null,
    role: person.role,
    passwordHash: null,
    mustChange: false,
    archived: false,
    createdAt: now + index,
  }));
  // A hall file may name its own admin; without a password nobody can be that yet.
  const persons = [admin, ...staff.filter((person) => person.username.toLowerCase() !== 'admin')];
  await store.commit({
    appends: [{ stream: SETTINGS_STREAM, expectedSeq: 0, events: [settingsChanged] }],
    writes: [
      ...persons.map((person) => ({ kind: 'add-person', person }) as const),
      {
        kind: 'put-printer',
        printer: {
          id: 'printer-1',
          name: '1',
          url: seeds.printerUrl,
          profile: JSON.stringify(printerProfile()),
        },
      },
    ],
  });
  return { adminPassword: seeds.adminPassword === undefined ? password : undefined };
}

function readHallFile(path: string | undefined): HallDefinition {
  let text: string;
  try {
    text = readFileSync(path ?? SAMPLE_HALL, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unreadable';
    throw new HallFileError([`HALL_FILE ${path}: 无法读取此文件 / cannot be read (${reason})`]);
  }
  const parsed = parseHallDefinition(text);
  if (parsed.ok) return parsed.definition;
  const lines = parsed.problems.flatMap((problem) => [
    describeProblem(problem, 'zh-CN'),
    describeProblem(problem, 'en'),
  ]);
  throw new HallFileError(lines);
}
