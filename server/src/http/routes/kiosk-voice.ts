import { type Static, Type } from 'typebox';
import { DomainError } from '../../domain/errors.ts';
import { type SpokenLanguage, spokenLanguages } from '../../voice/announcement.ts';
import { KIOSK_PROMPTS, kioskPrompt, MOST_AHEAD, spokenTicket } from '../../voice/kiosk-speech.ts';
import { SynthesisError } from '../../voice/synthesiser.ts';
import type { Routes } from '../typed.ts';
import { isIssued, SpokenNumber, SpokenTag } from './board.ts';

const TicketParams = Type.Object({
  language: SpokenTag,
  number: SpokenNumber,
  ahead: Type.String({ pattern: '^[0-9]{1,3}\\.wav$', description: `people ahead, 0 to ${MOST_AHEAD}` }),
});
const PromptParams = Type.Object({
  language: SpokenTag,
  prompt: Type.Union(KIOSK_PROMPTS.map((prompt) => Type.Literal(`${prompt}.wav`))),
});

/** A kiosk that is asked to speak. It can only be had to say what is so: sentences of ours, numbers that are out. */
export const kioskVoiceRoutes: Routes = (app, hub) => {
  const rules = () => hub.operations.settings().rules.voice;

  app.get(
    '/api/voice/ticket/:language/:number/:ahead',
    {
      config: { access: ['kiosk'] },
      schema: {
        tags: ['screens'],
        summary: 'A number that was issued and how many are ahead of it, WAV',
        params: TicketParams,
      },
    },
    async (request, reply) => {
      const { language, number, ahead } = request.params;
      if (!isIssued(hub, number)) throw new DomainError('not-found');
      const text = spokenTicket({ number, language, ahead: Number.parseInt(ahead, 10), one: rules().one });
      return reply.type('audio/wav').send(await clip(text, language));
    },
  );

  app.get(
    '/api/voice/kiosk/:language/:prompt',
    {
      config: { access: ['kiosk'] },
      schema: { tags: ['screens'], summary: 'What a kiosk’s screen asks for, WAV', params: PromptParams },
    },
    async (request, reply) => {
      const { language, prompt } = request.params as Static<typeof PromptParams>;
      const known = KIOSK_PROMPTS.find((each) => `${each}.wav` === prompt);
      if (known === undefined) throw new DomainError('not-found');
      return reply.type('audio/wav').send(await clip(kioskPrompt(known, language), language));
    },
  );

  async function clip(text: string, language: SpokenLanguage): Promise<Buffer> {
    const spoken = spokenLanguages().includes(language);
    if (!spoken || !hub.voice.available()) throw new DomainError('not-found');
    return hub.voice.say(text, language, rules()).catch((error: unknown) => {
      // The kiosk then shows it and says nothing.
      if (error instanceof SynthesisError) throw new DomainError('not-found');
      throw error;
    });
  }
};
