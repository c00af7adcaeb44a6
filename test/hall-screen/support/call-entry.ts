import type { CallEntry } from '@jiaohao/shared/contract/screens.ts';

/** A call as the hub sends it. Its id names the moment, so that a recall of the same number has another. */
export function callOf(number: string, at: number, counter = 3): CallEntry {
  return {
    id: `${number}@${at}`,
    turnId: `turn-${number}`,
    number,
    counter,
    at,
    recall: false,
    audio: { zh: `/zh/${number}/${counter}.wav`, en: `/en/${number}/${counter}.wav` },
  };
}
