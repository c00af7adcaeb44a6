import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { texts } from './texts.ts';

/** The name of a priority class; a class the hub no longer names is still a priority. */
export function priorityName(view: CounterView, id: string, language: string): string {
  const found = view.rules.priorityClasses?.find((one) => one.id === id);
  return words(found?.name, language) || texts.value.priority;
}
