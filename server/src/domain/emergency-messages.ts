import type { Announcement, PauseReason } from '@jiaohao/shared/contract/hall.ts';
import type { Settings } from './settings.ts';

/** For halls whose settings name none: an emergency does not wait until somebody has written them. */
const USUAL: readonly PauseReason[] = [
  {
    id: 'evacuation',
    name: { 'zh-CN': '疏散', en: 'Evacuation' },
    sentence: {
      'zh-CN': '请大家保持冷静，听从工作人员指引，从最近的安全出口有序离开，不要乘坐电梯。',
      en: 'Please stay calm, follow our staff and leave by the nearest exit. Do not use the lifts.',
    },
  },
  {
    id: 'system-failure',
    name: { 'zh-CN': '系统故障', en: 'System failure' },
    sentence: {
      'zh-CN': '因系统故障，业务办理暂停。您的排队号有效，恢复后按原顺序继续，请在等候区稍候。',
      en: 'Service is paused because of a system failure. Your number stays valid and keeps its place. Please wait in the seating area.',
    },
  },
  {
    id: 'power-failure',
    name: { 'zh-CN': '停电', en: 'Power failure' },
    sentence: {
      'zh-CN': '因停电，业务办理暂停。您的排队号有效，恢复后按原顺序继续，请在原地稍候，注意安全。',
      en: 'Service is paused because of a power failure. Your number stays valid and keeps its place. Please stay where you are and take care.',
    },
  },
  {
    id: 'order',
    name: { 'zh-CN': '维持秩序', en: 'Keeping order' },
    sentence: {
      'zh-CN': '业务办理暂停，请大家配合工作人员维持秩序。您的排队号有效，恢复后按原顺序继续。',
      en: 'Service is paused. Please help our staff keep order. Your number stays valid and keeps its place.',
    },
  },
];

export const emergencyMessages = ({ rules }: Settings): readonly PauseReason[] => rules.emergencies ?? USUAL;

/** Said most days somewhere. */
const ANNOUNCEMENTS: readonly Announcement[] = [
  {
    id: 'belongings',
    text: {
      'zh-CN': '请大家保管好随身物品，照看好老人和孩子。',
      en: 'Please keep your belongings with you and look after children.',
    },
  },
  {
    id: 'quiet',
    text: {
      'zh-CN': '请大家在等候区就座，保持安静，留意叫号。',
      en: 'Please take a seat, keep your voice down and listen for your number.',
    },
  },
  {
    id: 'closing-soon',
    text: {
      'zh-CN': '今天的业务办理即将结束，未取号的群众请改日再来。',
      en: 'We close soon. If you have no number yet, please come another day.',
    },
  },
];

export const announcementPresets = ({ rules }: Settings): readonly Announcement[] =>
  rules.announcements ?? ANNOUNCEMENTS;
