import type { Menu } from '@jiaohao/shared/contract/screens.ts';
import type { Settings } from '../settings.ts';

/** How kiosks of this hall speak, and what their keys issue. */
export function kioskRules({ rules, serviceById }: Settings, speech: string[]): Menu['kiosk'] {
  const { keys = [], speakNumbers = false } = rules.kiosk ?? {};
  return {
    speech,
    volume: rules.voice.volume,
    speakNumbers,
    keys: keys.filter(({ serviceId }) => serviceById.get(serviceId)?.archived !== true),
  };
}
