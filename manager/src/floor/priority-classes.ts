import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { language } from '../language.ts';
import { texts } from '../texts.ts';

/** The classes that a hall manager may give; an appointment's comes with the booking. */
export const givenByHand = ({ priorityClasses = [] }: Pick<HallView, 'priorityClasses'>) =>
  priorityClasses.filter(({ byBooking }) => !byBooking);

/** What a number's class is called; one that the hall no longer names is still a priority. */
export function className({ priorityClasses = [] }: Pick<HallView, 'priorityClasses'>, id: string): string {
  const found = priorityClasses.find((each) => each.id === id);
  return words(found?.name, language.value) || texts.value.floor.somePriority;
}
