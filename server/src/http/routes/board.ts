import { AboutHall, Board, HallView } from '@jiaohao/shared/contract/screens.ts';
import { Type } from 'typebox';
import { DomainError } from '../../domain/errors.ts';
import { daysAtHand } from '../../domain/hall.ts';
import { formatNumber } from '../../domain/numbering.ts';
import { profileOf } from '../../domain/settings.ts';
import { zoneOf } from '../../domain/zones.ts';
import { spokenLanguages } from '../../voice/announcement.ts';
import { SynthesisError } from '../../voice/synthesiser.ts';
import type { Hub } from '../hub.ts';
import type { Routes } from '../typed.ts';

/** As the voice names a language: `zh`, `en`, the tag of one that was added. */
export const SpokenTag = Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z]{2,4})?$' });
export const SpokenNumber = Type.String({ pattern: '^[A-Z]{1,2}[0-9]{3,6}$' });
const VoiceParams = Type.Object({
  language: SpokenTag,
  number: SpokenNumber,
  file: Type.String({ pattern: '^[0-9]{1,3}\\.wav$' }),
});

const QuestionParams = Type.Object({
  file: Type.String({ pattern: '^[A-Za-z-]{2,20}\\.wav$' }),
});

const BoardQuery = Type.Object(
  { zone: Type.Optional(Type.String({ maxLength: 63 })) },
  { additionalProperties: false },
);

export const boardRoutes: Routes = (app, hub) => {
  app.get(
    '/api/board',
    {
      config: { access: ['any-device', 'any-person'] },
      schema: {
        tags: ['screens'],
        summary: 'What a hall screen shows: to one of a zone that zone, to others the whole hall or `zone`',
        querystring: BoardQuery,
        response: { 200: Board },
      },
    },
    async ({ principal, query: { zone = null } }) => {
      if (principal.kind === 'device' && principal.device.kind === 'hall-screen')
        return hub.snapshots.board(principal.device.zoneId);
      if (zone !== null && !zoneOf(hub.operations.settings(), zone)) throw new DomainError('not-found');
      return hub.snapshots.board(zone);
    },
  );

  app.get(
    '/api/hall/about',
    {
      config: { access: ['anyone'] },
      schema: { tags: ['screens'], summary: 'What anybody may know', response: { 200: AboutHall } },
    },
    async () => {
      const settings = hub.operations.settings();
      const { name, languages } = settings.hall;
      return { name, languages, profile: profileOf(settings) };
    },
  );

  app.get(
    '/api/hall',
    {
      config: { access: ['hall-manager', 'manager'] },
      schema: { tags: ['screens'], summary: 'The hall now', response: { 200: HallView } },
    },
    async () => hub.snapshots.hall(),
  );

  app.get(
    '/api/voice/:language/:number/:file',
    {
      config: { access: ['hall-screen', 'kiosk', 'counter-pad'] },
      schema: { tags: ['screens'], summary: "A call's announcement, WAV", params: VoiceParams },
    },
    async (request, reply) => {
      const { language, number, file } = request.params;
      const counter = Number.parseInt(file, 10);
      const settings = hub.operations.settings();
      const known = settings.counters.some((each) => each.number === counter) && isIssued(hub, number);
      const spoken = spokenLanguages().includes(language);
      if (!known || !spoken || !hub.voice.available()) throw new DomainError('not-found');
      const clip = await hub.voice
        .clip(language, number, counter, settings.rules.voice)
        .catch((error: unknown) => {
          // The screen then chimes and shows the call big: speech never holds up the board.
          if (error instanceof SynthesisError) throw new DomainError('not-found');
          throw error;
        });
      // The address names the settings' version, so a clip never changes under it.
      return reply.type('audio/wav').header('Cache-Control', 'private, max-age=86400, immutable').send(clip);
    },
  );

  app.get(
    '/api/voice/question/:file',
    {
      config: { access: ['counter-pad'] },
      schema: {
        tags: ['screens'],
        summary: 'The question that a pad may speak, WAV',
        params: QuestionParams,
      },
    },
    async (request, reply) => {
      const language = request.params.file.slice(0, -'.wav'.length);
      const { padSpeaks, voice } = hub.operations.settings().rules;
      const spoken = spokenLanguages().includes(language);
      if (!padSpeaks || !spoken || !hub.voice.available()) throw new DomainError('not-found');
      const clip = await hub.voice.question(language, voice).catch((error: unknown) => {
        if (error instanceof SynthesisError) throw new DomainError('not-found');
        throw error;
      });
      return reply.type('audio/wav').header('Cache-Control', 'private, max-age=86400, immutable').send(clip);
    },
  );
};

/** Numbers that are out: nobody can have the hub speak whatever they like. */
export function isIssued({ operations }: Pick<Hub, 'operations'>, number: string): boolean {
  const parts = /^([A-Z]+)(\d+)$/.exec(number);
  const usual = parts && formatNumber(parts[1] as string, Number(parts[2])) === number;
  return usual === true && daysAtHand(operations.hall()).some((day) => day.ticketByNumber.has(number));
}
