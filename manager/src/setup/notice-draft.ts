import type { Notice } from '@jiaohao/shared/contract/hall.ts';

/** A moment as the form holds it: a date and a time of day, '' for none. */
export interface TypedMoment {
  date: string;
  time: string;
}

export const typedMoment = (moment: string | undefined): TypedMoment => {
  const [date = '', time = ''] = moment?.split('T') ?? [];
  return { date, time };
};

export type DatesFault = 'dateFirst' | 'endsFirst';

/** From and until as a notice has them, or what is wrong with what was typed. */
export function noticeDates(
  from: TypedMoment,
  until: TypedMoment,
): Pick<Notice, 'from' | 'until'> | DatesFault {
  if ([from, until].some(({ date, time }) => time !== '' && date === '')) return 'dateFirst';
  const moment = ({ date, time }: TypedMoment) => (time ? `${date}T${time}` : date);
  // A last day without a time holds to its end.
  const isWrong =
    from.date && until.date && moment(from) >= (until.time ? moment(until) : `${until.date}T24:00`);
  if (isWrong) return 'endsFirst';
  return {
    ...(from.date && { from: moment(from) }),
    ...(until.date && { until: moment(until) }),
  };
}

/** `YYYY-MM-DDTHH:MM` by the clocks of `timeZone`: how Swedish writes it. */
export const wallClock = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .replace(' ', 'T');
