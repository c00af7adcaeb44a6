import type { VoiceRules } from '@jiaohao/shared/contract/hall.ts';
import type { Voice } from './voice.ts';

/** Synthesis takes a quarter of a second of a core: it does not compete with calls that are being pushed. */
const CALM_MS = 300;
/** More than the counters of a hall that all call at opening; older ones are made when they are fetched. */
const MOST = 24;

/** Has clips made ahead once no call has come for a moment. A screen that fetches one sooner gets it made then. */
export function prepareWhenCalm(voice: Pick<Voice, 'prepare'>) {
  let timer: NodeJS.Timeout | undefined;
  const wanted: [number: string, counter: number, rules: VoiceRules][] = [];

  return {
    prepare(number: string, counter: number, rules: VoiceRules): void {
      wanted.push([number, counter, rules]);
      if (wanted.length > MOST) wanted.shift();
      clearTimeout(timer);
      timer = setTimeout(() => {
        for (const call of wanted.splice(0)) voice.prepare(...call);
      }, CALM_MS);
      timer.unref();
    },
    stop: (): void => clearTimeout(timer),
  };
}
