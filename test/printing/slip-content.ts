import type { SlipContent } from '@jiaohao/server/src/printing/slip.ts';

export function slipContent(changes: Partial<SlipContent> = {}): SlipContent {
  return {
    hallName: { 'zh-CN': '便民服务中心', en: 'Citizen Service Centre' },
    number: 'A001',
    serviceName: { 'zh-CN': '社会保险参保登记', en: 'Social insurance enrolment' },
    ahead: 5,
    estimate: { fromMinutes: 10, toMinutes: 15 },
    issuedAt: Date.UTC(2026, 10, 21, 1, 5),
    timeZone: 'Asia/Shanghai',
    language: 'zh-CN',
    code: 'http://10.0.0.5:3000/t/abcdefghijklmnopqrstuv',
    codeIsLink: true,
    bring: [{ 'zh-CN': '居民身份证原件', en: 'Original resident identity card' }],
    missedRule: { 'zh-CN': '过号后请到导办台报到，当日有效。', en: 'Tell the guide desk. Valid today.' },
    copy: 0,
    ...changes,
  };
}
