import type { HallSettings } from '@jiaohao/shared/contract/hall.ts';
import {
  Counter,
  HallInfo,
  Notice,
  Rules,
  Service,
  ServiceGroup,
  Zone,
} from '@jiaohao/shared/contract/hall.ts';
import { OpeningHours } from '@jiaohao/shared/contract/hours.ts';
import { Nullable } from '@jiaohao/shared/contract/text.ts';
import { type TSchema, Type } from 'typebox';
import { DomainError } from '../../domain/errors.ts';
import { checkSettings, describeProblem } from '../../domain/hall-definition.ts';
import type { Settings } from '../../domain/settings.ts';
import { actorOf } from '../../operations/principal.ts';
import { languageOf } from '../errors.ts';
import type { Routes } from '../typed.ts';

/** The sections of the settings document, each read and replaced as a whole. */
const SECTIONS = {
  hall: HallInfo,
  groups: Type.Array(ServiceGroup),
  services: Type.Array(Service),
  counters: Type.Array(Counter),
  rules: Rules,
  notices: Type.Array(Notice),
  /** Empty in a hall without. */
  zones: Type.Array(Zone),
  /** Null in a hall without: it is always open. */
  hours: Nullable(OpeningHours),
} satisfies Record<keyof HallSettings, TSchema>;

const SECTION_NAMES = Object.keys(SECTIONS) as (keyof HallSettings)[];

export const settingsRoutes: Routes = (app, hub) => {
  const { operations } = hub;

  for (const name of SECTION_NAMES) {
    const body = Type.Object(
      { version: Type.Integer(), [name]: SECTIONS[name] },
      { additionalProperties: false },
    );

    app.get(
      `/api/settings/${name}`,
      { config: { access: ['manager'] }, schema: { tags: ['settings'], response: { 200: body } } },
      async () => sectionOf(operations.settings(), name) as never,
    );

    app.put(
      `/api/settings/${name}`,
      {
        config: { access: ['manager'] },
        schema: {
          tags: ['settings'],
          summary: 'Replace this section; `version` is the one that was read',
          body,
          response: { 200: body },
        },
      },
      async (request) => {
        const { version, [name]: section } = request.body as unknown as { version: number } & HallSettings;
        const document = {
          ...documentOf(operations.settings()),
          [name]: section ?? undefined,
        } as HallSettings;
        keepsEverything(operations.settings(), document);
        const problems = checkSettings(document);
        if (problems.length > 0) {
          const language = languageOf(request);
          throw new DomainError('invalid-settings', {
            problems: problems.map((each) => describeProblem(each, language)),
          });
        }
        await operations.changeSettings(actorOf(request.principal), version, document);
        return sectionOf(operations.settings(), name) as never;
      },
    );
  }

  // People and devices are changed one by one: `/api/settings/people/:id`, `/api/settings/devices/:id`.
  for (const list of ['people', 'devices']) {
    app.put(
      `/api/settings/${list}`,
      { config: { access: ['manager'] }, schema: { tags: ['settings'] } },
      async () => {
        throw new DomainError('not-built-yet');
      },
    );
  }
};

const documentOf = (settings: Settings): HallSettings =>
  Object.fromEntries(SECTION_NAMES.map((name) => [name, settings[name]])) as unknown as HallSettings;

const sectionOf = (settings: Settings, name: keyof HallSettings) => ({
  version: settings.version,
  [name]: settings[name] ?? (name === 'zones' ? [] : null),
});

/** Services and counters are archived, never deleted: yesterday's figures speak of them. */
function keepsEverything(before: HallSettings, after: HallSettings): void {
  for (const name of ['groups', 'services', 'counters'] as const) {
    const kept = new Set(after[name].map(({ id }) => id));
    const lost = before[name].find(({ id }) => !kept.has(id));
    if (lost) throw new DomainError('invalid-settings', { section: name, archiveInstead: lost.id });
  }
}
