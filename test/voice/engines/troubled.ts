/** An engine that never answers a sentence with "hang" in it, dies at "die", and else answers with the text. */
import type { EngineRequest } from '../../../server/src/voice/engine-process.ts';

process.on('disconnect', () => process.exit());
process.on('message', ({ id, text }: EngineRequest) => {
  if (text.includes('hang')) return;
  if (text.includes('die')) process.exit(3);
  if (text.includes('refuse')) return void process.send?.({ id, error: 'no such voice' });
  process.send?.({ id, wav: Buffer.from(text) });
});
