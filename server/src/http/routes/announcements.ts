import { randomUUID } from 'node:crypto';
import {
  AnnounceBody,
  Announced,
  EmergencyBody,
  EmergencyEndBody,
  EmergencyView,
} from '@jiaohao/shared/contract/announcements.ts';
import { Nullable } from '@jiaohao/shared/contract/text.ts';
import { Type } from 'typebox';
import { DomainError } from '../../domain/errors.ts';
import { addDays } from '../../domain/service-day.ts';
import { emergencyOf } from '../../domain/views/announced.ts';
import { actorOf } from '../../operations/principal.ts';
import { ANNOUNCEMENTS } from '../../operations/texts-at-hand.ts';
import type { Write } from '../../store/port.ts';
import { spokenLanguages } from '../../voice/announcement.ts';
import { spokenWords } from '../../voice/spoken-words.ts';
import { SynthesisError } from '../../voice/synthesiser.ts';
import { requestKey } from '../idempotency.ts';
import { IdParams, NoWords, Ok, type Routes } from '../typed.ts';
import { SpokenTag } from './board.ts';

/** How long words of the occasion and notes of incidents are kept, days. */
const KEPT_DAYS = 365;
const TIMES = 1;
const MINUTES = 10;

const Emergency = Type.Object({ emergency: Nullable(EmergencyView) });
const ClipParams = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 80 }),
  language: SpokenTag,
});

/** Said to the whole hall: announcements, and an emergency, which also holds everything. */
export const announcementRoutes: Routes = (app, hub) => {
  const { operations, snapshots } = hub;
  const access = ['hall-manager', 'manager'] as const;

  const keep = (of: string, text: string | undefined): { noteId: string | null; writes: Write[] } => {
    const words = text?.trim() ?? '';
    if (words === '') return { noteId: null, writes: [] };
    const id = randomUUID();
    const at = operations.now();
    const keepUntil = addDays(operations.hall().today.date, KEPT_DAYS);
    return { noteId: id, writes: [{ kind: 'keep-personal', id, of, text: words, at, keepUntil }] };
  };

  app.post(
    '/api/emergency',
    {
      config: { access },
      schema: {
        tags: ['emergency'],
        summary: 'Hold the hall: no number, no call, one message on every screen and aloud',
        body: EmergencyBody,
        response: { 200: Emergency },
      },
    },
    async (request) => {
      const { kind, note } = request.body;
      const { noteId, writes } = keep('incident', note);
      return operations.execute(
        actorOf(request.principal),
        { type: 'begin-emergency', emergencyId: randomUUID(), kind, noteId },
        {
          key: requestKey(hub, request),
          writes,
          answer: ({ hall }) => ({ emergency: emergencyOf(hall.today) ?? null }),
        },
      );
    },
  );
  app.post(
    '/api/emergency/end',
    {
      config: { access },
      schema: {
        tags: ['emergency'],
        summary: 'Go on exactly where the hall stood',
        body: EmergencyEndBody,
        response: { 200: Emergency },
      },
    },
    async (request) => {
      const { noteId, writes } = keep('incident', request.body.note);
      return operations.execute(
        actorOf(request.principal),
        { type: 'end-emergency', noteId },
        {
          key: requestKey(hub, request),
          writes,
          answer: ({ hall }) => ({ emergency: emergencyOf(hall.today) ?? null }),
        },
      );
    },
  );

  app.post(
    '/api/announcements',
    {
      config: { access },
      schema: {
        tags: ['emergency'],
        summary: 'Show words on the hall screens and say them; one of the hall’s own or for the occasion',
        body: AnnounceBody,
        response: { 201: Type.Object({ announcement: Announced }) },
      },
    },
    async (request, reply) => {
      const { presetId, text, times = TIMES, minutes = MINUTES } = request.body;
      const [first = ''] = operations.settings().hall.languages;
      if ((presetId === undefined) === (text === undefined))
        throw new DomainError('malformed', { field: 'text' });
      if (text && !text[first]?.trim()) throw new DomainError('malformed', { field: `text.${first}` });
      const { noteId, writes } = keep(ANNOUNCEMENTS.of, text && JSON.stringify(text));
      const announcementId = randomUUID();
      const words = noteId === null ? { presetId: presetId as string } : { textId: noteId };
      const announcement = await operations.execute(
        actorOf(request.principal),
        { type: 'announce', announcementId, words, times, minutes },
        {
          key: requestKey(hub, request),
          writes,
          answer: ({ hall, now }) => {
            const made = hall.today.announcements.find(({ id }) => id === announcementId);
            if (!made) throw new DomainError('not-found');
            const { at, until } = made;
            const said = made.text ?? text ?? {};
            return {
              id: announcementId,
              text: said,
              at: Math.min(at, now),
              until,
              times,
              audio: snapshots.audioOf(announcementId),
            };
          },
        },
      );
      reply.code(201);
      return { announcement };
    },
  );
  app.post(
    '/api/announcements/:id/withdraw',
    {
      config: { access },
      schema: {
        tags: ['emergency'],
        summary: 'Take an announcement off the screens',
        params: IdParams,
        body: NoWords,
        response: { 200: Ok },
      },
    },
    async (request) =>
      operations.execute(
        actorOf(request.principal),
        { type: 'withdraw-announcement', announcementId: request.params.id },
        { key: requestKey(hub, request), answer: () => ({ ok: true }) },
      ),
  );

  app.get(
    '/api/voice/announcement/:id/:language',
    {
      config: { access: ['hall-screen'] },
      schema: { tags: ['screens'], summary: 'What is announced now, WAV', params: ClipParams },
    },
    async (request, reply) => {
      const { id, language } = request.params;
      const { rules } = operations.settings();
      const words = snapshots.wordsAnnounced(id);
      const text = words && spokenWords(words, language, rules.voice.one);
      if (!text || !spokenLanguages().includes(language) || !hub.voice.available())
        throw new DomainError('not-found');
      const clip = await hub.voice.say(text, language, rules.voice).catch((error: unknown) => {
        if (error instanceof SynthesisError) throw new DomainError('not-found');
        throw error;
      });
      return reply.type('audio/wav').header('Cache-Control', 'private, max-age=86400, immutable').send(clip);
    },
  );
};
