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

const FULL: Omit<Extract<Paper, { kind: 'guide' }>['guide'], 'version'> = {
  serviceId: 'cards',
  serviceName: { 'zh-CN': '社会保障卡', en: 'Social security card' },
  bring: [],
  form: { 'zh-CN': '社会保障卡申领表', en: 'Card application' },
  where: { 'zh-CN': '大厅入口右侧填单台', en: 'Writing desk by the entrance' },
  materials: [
    {
      id: 'id-card',
      name: { 'zh-CN': '居民身份证', en: 'Identity card' },
      note: { 'zh-CN': '原件', en: 'original' },
    },
    { id: 'photo', name: { 'zh-CN': '近期免冠照片', en: 'Photograph' } },
  ],
  basis: [{ 'zh-CN': '《社会保险法》第五十八条', en: 'Social Insurance Law, article 58' }],
  conditions: [{ 'zh-CN': '已参加社会保险', en: 'Insured' }],
  procedure: [{ 'zh-CN': '受理', en: 'Acceptance' }],
  timeLimit: { 'zh-CN': '当场办结', en: 'On the spot' },
  fee: { charged: true, standard: { 'zh-CN': '补卡每张 16 元', en: '16 yuan for a replacement' } },
  complaintPhone: '12345',
  responsible: { 'zh-CN': '镇社会保障所', en: 'Town social security office' },
  notHandled: [{ 'zh-CN': '不在本地参保的', en: 'Insured elsewhere' }],
  elsewhere: [
    {
      id: 'bank',
      matter: { 'zh-CN': '金融账户激活', en: 'Activating the bank account' },
      office: { 'zh-CN': '发卡银行网点', en: 'A branch of the issuing bank' },
      contact: { 'zh-CN': '大堂经理', en: 'Lobby manager' },
      phone: '95588',
    },
  ],
};
const guidePaper = (language = 'zh-CN'): Paper => ({
  kind: 'guide',
  hallName: HALL,
  guide: { ...FULL, version: '0123456789ab' },
  printedAt: NINE,
  timeZone: 'Asia/Shanghai',
  language,
});

describe('the guide (一次性告知单)', () => {
  it('says every field that the rule books ask for, and which version it is', () => {
    const rule = '-'.repeat(48);
    expect(text(guidePaper()).filter((line) => line !== rule)).toEqual([
      '便民服务中心',
      '一次性告知单',
      '社会保障卡',
      '申请材料',
      '1. 居民身份证（原件）',
      '2. 近期免冠照片',
      '填写单据',
      '社会保障卡申领表',
      '大厅入口右侧填单台',
      '办理条件',
      '·已参加社会保险',
      '办理程序',
      '1. 受理',
      '办理时限',
      '当场办结',
      '收费标准',
      '收费：补卡每张 16 元',
      '不予办理的情形',
      '·不在本地参保的',
      '以下事项由其他单位办理',
      '·金融账户激活',
      '发卡银行网点，大堂经理',
      '联系电话 95588',
      '办理依据',
      '·《社会保险法》第五十八条',
      '承办单位',
      '镇社会保障所',
      '监督投诉电话 12345',
      '打印时间 2026年11月21日 09:00',
      '告知版本 0123456789ab',
    ]);
  });

  it('is all in English for who reads English, and says nothing of what is not there', () => {
    expect(text(guidePaper('en')).join()).not.toMatch(/\p{sc=Han}/u);
    const bare = guidePaper();
    if (bare.kind !== 'guide') throw new Error('not a guide');
    Object.assign(bare.guide, { fee: null, basis: [], elsewhere: [], timeLimit: null, form: null });
    const lines = text(bare);
    for (const title of ['收费标准', '办理依据', '以下事项由其他单位办理', '办理时限', '填写单据'])
      expect(lines).not.toContain(title);
  });

  it.each([{ paperMm: 58 }, { paperMm: 58, encoding: 'cp437' }, { encoding: 'utf-8' }])(
    'stays within the paper of %o',
    (settings) => expect(wrapped(guidePaper(), settings)).toEqual([]),
  );
});

describe('what a customer takes home whose matter was not done', () => {
  const common = {
    hallName: HALL,
    number: 'A012',
    serviceName: { 'zh-CN': '社会保障卡', en: 'Social security card' },
    counter: 3,
    at: NINE,
    timeZone: 'Asia/Shanghai',
    language: 'zh-CN',
    complaintPhone: '12345',
  };

  it('lists all that is missing, with boxes, and the line that the clerk wrote', () => {
    const paper: Paper = { ...common, kind: 'materials', missing: FULL.materials, note: '照片需白底' };
    expect(text(paper)).toEqual(
      expect.arrayContaining([
        '一次性补正告知单',
        'A012',
        '[  ] 居民身份证（原件）',
        '[  ] 近期免冠照片',
        '[  ] 照片需白底',
        '办理窗口 3 号',
        '告知时间 2026年11月21日 09:00',
        '监督投诉电话 12345',
      ]),
    );
  });

  it('says why it was refused, by what right, and where to complain', () => {
    const paper: Paper = {
      ...common,
      kind: 'refusal',
      reason: { 'zh-CN': '不符合法定条件', en: 'Conditions not met' },
      sentence: { 'zh-CN': '申请不符合规定的办理条件。', en: 'The conditions are not met.' },
      basis: FULL.basis,
    };
    expect(text(paper)).toEqual(
      expect.arrayContaining([
        '不予受理告知单',
        '不符合法定条件',
        '申请不符合规定的办理条件。',
        '·《社会保险法》第五十八条',
        '监督投诉电话 12345',
      ]),
    );
    expect(text({ ...paper, language: 'en' })).toContain('Conditions not met');
  });

  it('says who does it instead, and how to reach them', () => {
    const paper: Paper = { ...common, kind: 'referral', office: FULL.elsewhere[0]!, service: null };
    expect(text(paper)).toEqual(
      expect.arrayContaining(['转办告知单', '发卡银行网点', '金融账户激活', '大堂经理', '联系电话 95588']),
    );
    const inside: Paper = { ...common, kind: 'referral', office: null, service: { 'zh-CN': '养老保险' } };
    expect(text(inside)).toEqual(expect.arrayContaining(['养老保险', '在本大厅办理，请取该业务的排队号。']));
  });
});

describe('the slip of an appointment (预约凭条)', () => {
  const paper: Extract<Paper, { kind: 'appointment' }> = {
    kind: 'appointment',
    hallName: HALL,
    serviceName: { 'zh-CN': '出入境证件', en: 'Travel documents' },
    slotAt: NINE + 30 * 60_000,
    slotUntil: NINE + 60 * 60_000,
    opensAt: NINE + 15 * 60_000,
    keptUntil: NINE + 70 * 60_000,
    afterLate: 'walk-up',
    bring: [{ 'zh-CN': '居民身份证', en: 'Identity card' }],
    printedAt: NINE,
    timeZone: 'Asia/Shanghai',
    language: 'zh-CN',
    complaintPhone: '12345',
    code: '48210937',
  };

  it('says when, for what, the code as digits and for a scanner, how to check in, and what to bring', () => {
    const rule = '-'.repeat(48);
    expect(text(paper).filter((line) => line !== rule)).toEqual([
      '便民服务中心',
      '预约凭条',
      '11月21日星期六',
      '09:30-10:00',
      '出入境证件',
      '预约码',
      '4821 0937',
      '到大厅后请先取号',
      '请于 09:15～10:10 在取号机上点“已有预约”，扫上',
      '面的码，或输入预约码、手机号码取号。',
      '10:10 以后到的，按现场取号排队。',
      '请备好以下材料',
      '·居民身份证',
      '打印时间 2026年11月21日 09:00',
      '监督投诉电话 12345',
    ]);
    expect(printed(paper).lines.some((line) => line.kind === 'qr' && line.data === 'JHA:48210937')).toBe(
      true,
    );
    expect(text({ ...paper, afterLate: 'void' })).toContain('10:10 以后到的，预约作废。');
  });

  it('is all in English for who reads English', () => {
    const lines = text({ ...paper, language: 'en' });
    expect(lines.join()).not.toMatch(/\p{sc=Han}/u);
    expect(lines).toEqual(
      expect.arrayContaining(['Appointment', 'Saturday 21 November', 'Travel documents']),
    );
  });

  it.each([
    { paperMm: 58 },
    { paperMm: 58, encoding: 'cp437' },
    { largestMultiple: 2 },
    { encoding: 'utf-8' },
  ])('stays within the paper of %o', (settings) => {
    const long = { 'zh-CN': '出入境证件（普通护照、往来港澳通行证、大陆居民往来台湾通行证）申请' };
    expect(wrapped({ ...paper, serviceName: long }, settings)).toEqual([]);
    expect(wrapped({ ...paper, language: 'en' }, settings)).toEqual([]);
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
