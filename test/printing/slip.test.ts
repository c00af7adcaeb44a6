import { columnsOf } from '@jiaohao/server/src/printing/charset.ts';
import { decodeSlip, slipText } from '@jiaohao/server/src/printing/decoder.ts';
import { encodeSlip } from '@jiaohao/server/src/printing/encoder.ts';
import { PAPER, printerProfile } from '@jiaohao/server/src/printing/printer-profile.ts';
import { layoutSlip, type SlipContent } from '@jiaohao/server/src/printing/slip.ts';
import { describe, expect, it } from 'vitest';
import { slipContent } from './slip-content.ts';

function printed(content: SlipContent, settings: object = {}) {
  const profile = printerProfile(settings);
  return decodeSlip(encodeSlip(layoutSlip(content, profile), profile), profile);
}
const text = (content: SlipContent, settings: object = {}) => slipText(printed(content, settings));

describe('a slip, read back from its bytes', () => {
  it('says hall, number, service, people ahead, wait, what to bring, the rule and the time', () => {
    expect(text(slipContent())).toEqual([
      '便民服务中心',
      '-'.repeat(48),
      '您的排队号',
      'A001',
      '社会保险参保登记',
      '您前面还有 5 人',
      '预计等候 10～15 分钟',
      '扫码查看排队进度',
      '-'.repeat(48),
      '请备好以下材料',
      '·居民身份证原件',
      '过号提示',
      '过号后请到导办台报到，当日有效。',
      '-'.repeat(48),
      '取号时间 2026年11月21日 09:05',
    ]);
  });

  it('shows the number larger than anything else', () => {
    const runs = printed(slipContent()).lines.flatMap((line) => (line.kind === 'text' ? line.runs : []));
    const tallest = runs.filter((run) => run.height === Math.max(...runs.map((r) => r.height)));
    expect(tallest.map((run) => run.text)).toEqual(['A001']);
    expect(tallest[0]).toMatchObject({ width: 4, height: 4, bold: true });
  });

  it('never enlarges beyond what the printer can, nor beyond the paper', () => {
    const runs = (settings: object) =>
      printed(slipContent({ number: 'AB10000' }), settings).lines.flatMap((line) =>
        line.kind === 'text' ? line.runs : [],
      );
    expect(Math.max(...runs({ largestMultiple: 2 }).map((run) => run.height))).toBe(2);
    expect(runs({ largestMultiple: 8, paperMm: 58 }).find((run) => run.text === 'AB10000')?.width).toBe(4);
  });

  it('carries the code as data that a phone reads back, and ends with a cut', () => {
    const { lines } = printed(slipContent());
    expect(lines.find((line) => line.kind === 'qr')).toMatchObject({
      data: 'http://10.0.0.5:3000/t/abcdefghijklmnopqrstuv',
      align: 'center',
    });
    expect(lines.at(-1)).toEqual({ kind: 'cut', full: false });
  });

  it('asks to keep the slip, not to scan, where the code is no link', () => {
    const lines = text(slipContent({ codeIsLink: false, code: 'JH1:abcdef' }));
    expect(lines).toContain('办理时请出示本小票');
    expect(lines).not.toContain('扫码查看排队进度');
  });

  it('says so when nobody is ahead, and says nothing of a wait that cannot be told', () => {
    const lines = text(slipContent({ ahead: 0, estimate: null }));
    expect(lines).toContain('前面无人等候，请留意叫号');
    expect(lines.join()).not.toContain('预计等候');
  });

  it.each([
    [{ fromMinutes: 0, toMinutes: 5 }, '预计等候 5 分钟以内'],
    [{ fromMinutes: 8, toMinutes: 8 }, '预计等候约 8 分钟'],
    [{ fromMinutes: 145, toMinutes: 245 }, '预计等候超过 2 小时'],
  ])('words a wait of %o', (estimate, words) => {
    expect(text(slipContent({ estimate }))).toContain(words);
  });

  it('is marked when it is printed again', () => {
    expect(text(slipContent({ copy: 2 }))).toContain('[ 补打第 2 次 ]');
    expect(text(slipContent({ copy: 2, language: 'en' }))).toContain('[ Reprint 2 ]');
    expect(text(slipContent()).join()).not.toContain('补打');
  });

  it('names the priority, the form and the complaint line where there are such', () => {
    const lines = text(
      slipContent({
        priorityName: { 'zh-CN': '老年人' },
        form: { 'zh-CN': '请先在 2 号填单台填写申请表' },
        complaintPhone: '12345',
      }),
    );
    expect(lines).toEqual(
      expect.arrayContaining(['老年人优先，请出示证件', '请先在 2 号填单台填写申请表', '监督投诉电话 12345']),
    );
  });

  it('is all in English for a customer who chose English', () => {
    const lines = text(slipContent({ language: 'en', ahead: 1 }));
    expect(lines).toEqual(
      expect.arrayContaining([
        'Citizen Service Centre',
        'Your number',
        '1 person ahead of you',
        'Likely wait: 10-15 min',
        'Please have ready',
        'Issued 21 Nov 2026, 09:05',
      ]),
    );
    expect(lines.join()).not.toMatch(/\p{sc=Han}/u);
  });

  it.each(['en-GB', 'fr', 'vi'])('falls back to English words for %s', (language) => {
    expect(text(slipContent({ language }))).toContain('Your number');
  });

  it('falls back to zh-CN for the other kinds of Chinese, and for texts the hall has in zh-CN only', () => {
    expect(text(slipContent({ language: 'zh-Hant-TW' }))).toContain('您的排队号');
    expect(text(slipContent({ language: 'en', serviceName: { 'zh-CN': '社保' } }))).toContain('社保');
  });

  it('keeps Western marks narrow, so that GB does not tear words apart', () => {
    const missedRule = { en: 'Don’t leave – “wait”…' };
    expect(text(slipContent({ language: 'en', missedRule }))).toContain('Don\'t leave - "wait"...');
  });

  it('is in English on a printer without Chinese', () => {
    const lines = text(slipContent(), { encoding: 'cp437' });
    expect(lines).toContain('Citizen Service Centre');
    expect(lines.join()).not.toContain('?');
  });

  it.each([58, 80] as const)('never lets the printer break a line by itself on %d mm', (paperMm) => {
    for (const language of ['zh-CN', 'en']) {
      const long = {
        'zh-CN': '跨省异地就医直接结算备案登记（含门诊慢特病）'.repeat(4),
        en: 'Pneumonoultramicroscopic registration '.repeat(6),
      };
      const content = slipContent({
        language,
        hallName: long,
        serviceName: long,
        bring: [long],
        missedRule: long,
        priorityName: long,
      });
      const { lines } = printed(content, { paperMm });
      for (const line of lines) {
        if (line.kind !== 'text') continue;
        expect(line.wrapped).toBe(false);
        const columns = line.runs.reduce(
          (sum, run) => sum + columnsOf(run.text, run.encoding) * run.width,
          0,
        );
        expect(columns).toBeLessThanOrEqual(PAPER[paperMm].columns);
      }
      expect(slipText({ lines }).join('').replace(/\s/g, '')).toContain(
        long[language as 'en'].replace(/\s/g, '').slice(0, 40),
      );
    }
  });
});
