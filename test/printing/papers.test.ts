import { decodeSlip, slipText } from '@jiaohao/server/src/printing/decoder.ts';
import { encodeSlip } from '@jiaohao/server/src/printing/encoder.ts';
import { layoutPaper, type Paper } from '@jiaohao/server/src/printing/paper.ts';
import { printerProfile } from '@jiaohao/server/src/printing/printer-profile.ts';
import { describe, expect, it } from 'vitest';

function printed(paper: Paper, settings: object = {}) {
  const profile = printerProfile(settings);
  return decodeSlip(encodeSlip(layoutPaper(paper, profile), profile), profile);
}
const text = (paper: Paper, settings: object = {}) => slipText(printed(paper, settings));
const wrapped = (paper: Paper, settings: object = {}) =>
  printed(paper, settings).lines.filter((line) => line.kind === 'text' && line.wrapped);

const NINE = Date.UTC(2026, 10, 21, 1, 0);
const HALL = { 'zh-CN': '便民服务中心', en: 'Citizen Service Centre' };

type ListPaper = Extract<Paper, { kind: 'waiting-list' }>;
const waitingList = (changes: Partial<ListPaper> = {}): ListPaper => ({
  kind: 'waiting-list',
  hallName: HALL,
  printedAt: NINE,
  timeZone: 'Asia/Shanghai',
  language: 'zh-CN',
  atCounters: [{ counter: 3, number: 'A001' }],
  services: [
    {
      letter: 'A',
      name: { 'zh-CN': '社会保险卡业务', en: 'Social security card' },
      waiting: [
        { number: 'A999', queuedAt: NINE - 600_000, priorityName: { 'zh-CN': '老年人', en: 'Elderly' } },
        { number: 'A1000', queuedAt: NINE - 900_000 },
      ],
    },
  ],
  ...changes,
});

describe('the waiting list', () => {
  it('names every number that waits with a box, its time and its priority, and who is at which counter', () => {
    expect(text(waitingList())).toEqual([
      '便民服务中心',
      '等候名单',
      '-'.repeat(48),
      '打印时间 2026年11月21日 09:00',
      '共 2 人等候',
      '停电或系统故障时，请按此名单人工叫号，叫到一位勾',
      '一位。',
      '-'.repeat(48),
      '正在窗口',
      '3 号窗口  A001',
      '-'.repeat(48),
      'A  社会保险卡业务  2 人',
      '[  ] A999   08:50  老年人',
      '[  ] A1000  08:45',
      '-'.repeat(48),
      '—— 名单完 ——',
    ]);
  });

  it('is in English where staff read English, and says so when nobody waits', () => {
    expect(text(waitingList({ language: 'en' }))).toEqual(
      expect.arrayContaining([
        'Waiting list',
        '2 waiting in all',
        'Counter 3  A001',
        '[  ] A999   08:50  Elderly',
      ]),
    );
    const nobody = text(waitingList({ services: [], atCounters: [] }));
    expect(nobody).toContain('当前无人等候');
    expect(nobody).not.toContain('正在窗口');
  });

  it('fits the narrow paper with three hundred waiting and long names', () => {
    const long = { 'zh-CN': '军人（现役、退役）及优抚对象和其他依法享受优先服务的人员' };
    const waiting = Array.from({ length: 300 }, (_, n) => ({
      number: `A${String(n + 1).padStart(3, '0')}`,
      queuedAt: NINE,
      priorityName: n % 10 === 0 ? long : undefined,
    }));
    const paper = waitingList({ services: [{ letter: 'A', name: long, waiting }] });
    expect(wrapped(paper, { paperMm: 58 })).toEqual([]);
    expect(text(paper, { paperMm: 58 }).filter((line) => line.startsWith('[  ] A'))).toHaveLength(300);
  });
});

describe('the test slip', () => {
  const paper: Paper = {
    kind: 'test',
    hallName: HALL,
    printerName: '一楼取号机',
    printedAt: NINE,
    timeZone: 'Asia/Shanghai',
    language: 'zh-CN',
  };

  it('shows both scripts, each size that is set, the edges, a code, and the settings behind them', () => {
    const lines = text(paper, { largestMultiple: 3 });
    expect(lines).toEqual(
      expect.arrayContaining(['测试小票', '一楼取号机', 'A001 1x', 'A001 3x', `|${'-'.repeat(46)}|`]),
    );
    expect(lines).not.toContain('A001 4x');
    expect(lines.join(' ')).toContain('80 mm · gb18030 · 3x');
    expect(printed(paper).lines.some((line) => line.kind === 'qr' && line.data === 'JH:TEST')).toBe(true);
  });

  it.each([
    { paperMm: 58 },
    { paperMm: 58, encoding: 'cp437' },
    { largestMultiple: 8 },
    { encoding: 'utf-8' },
  ])('stays within the paper of %o', (settings) => {
    expect(wrapped(paper, settings)).toEqual([]);
  });
});
