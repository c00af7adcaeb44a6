import type { Board } from '@jiaohao/shared/contract/screens.ts';

const LONG = {
  'zh-CN': '农村集体土地承包经营权及宅基地使用权确权登记颁证业务',
  en: 'Registration and certification of contracted rural land management and homestead rights',
};

/** Sixteen services, three hundred waiting at each, names longer than anyone wants, half of it paused. */
export const uglyBoard: Partial<Board> = {
  hallName: { 'zh-CN': '云溪镇经济技术开发区人民政府便民服务中心（党群服务中心）', en: LONG.en },
  waiting: Array.from({ length: 16 }, (_, n) => ({
    serviceId: `service-${n}`,
    groupId: 'group',
    letter: n > 12 ? 'AB' : String.fromCharCode(65 + n),
    name: n % 2 ? { 'zh-CN': '社会保障卡', en: 'Social security card' } : LONG,
    waiting: n % 3 ? 300 : 0,
    estimate: { fromMinutes: 120, toMinutes: 185 },
    state: (['open', 'paused', 'closed'] as const)[n % 3] ?? 'open',
  })),
  counters: Array.from({ length: 30 }, (_, n) => ({
    number: 101 + n,
    state: 'paused',
    pauseReason: null,
    ticket: null,
  })),
  missed: Array.from({ length: 12 }, (_, n) => `AB${1000 + n}`),
  notices: [{ 'zh-CN': '通知。'.repeat(100), en: 'A notice that goes on. '.repeat(40) }],
};
