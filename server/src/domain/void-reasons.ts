import type { PauseReason } from '@jiaohao/shared/contract/hall.ts';
import type { Settings } from './settings.ts';

/** For halls whose settings name none: a fault does not wait until somebody has written them. */
const USUAL: readonly PauseReason[] = [
  {
    id: 'system-fault',
    name: { 'zh-CN': '系统故障', en: 'System fault' },
    sentence: {
      'zh-CN': '因系统故障，已取的号作废，请改日再来，或向工作人员咨询。给您带来不便，敬请谅解。',
      en: 'Because of a system fault, numbers already taken are void. Please come another day or ask our staff. We are sorry for the inconvenience.',
    },
  },
  {
    id: 'service-stopped',
    name: { 'zh-CN': '停止办理', en: 'Service stopped' },
    sentence: {
      'zh-CN': '今天停止办理，已取的号作废，请改日再来，或向工作人员咨询。给您带来不便，敬请谅解。',
      en: 'This service has stopped for today, and numbers already taken are void. Please come another day or ask our staff. We are sorry for the inconvenience.',
    },
  },
  {
    id: 'weather',
    name: { 'zh-CN': '天气原因', en: 'Weather' },
    sentence: {
      'zh-CN': '因天气原因提前停止办理，已取的号作废，请注意安全，改日再来。',
      en: 'Because of the weather we close early, and numbers already taken are void. Please take care and come another day.',
    },
  },
];

export const voidReasons = ({ rules }: Settings): readonly PauseReason[] => rules.voidReasons ?? USUAL;

export const voidReason = (settings: Settings, id: string): PauseReason | undefined =>
  voidReasons(settings).find((reason) => reason.id === id);
