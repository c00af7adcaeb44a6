import { expect, it } from 'vitest';
import { noticePages, widthEm } from '../../hall-screen/src/board/notice-pages.ts';

const both = ['zh-CN', 'en'] as const;

it('shows a short notice in both languages together', () => {
  const notice = { 'zh-CN': '请在一米线外等候。', en: 'Please wait behind the one-metre line.' };
  expect(noticePages(notice, both, 40)).toEqual([
    [
      { language: 'zh-CN', text: notice['zh-CN'] },
      { language: 'en', text: notice.en },
    ],
  ]);
});

it('shows a long one a language at a time, in parts that fit two lines, and loses no word', () => {
  const zh = '老年人、孕妇、残疾人、军人优先办理，取号时请选择，到窗口请出示证件。'.repeat(4);
  const en = 'Older people and expectant mothers are served first; please show your document. '
    .repeat(4)
    .trim();
  const pages = noticePages({ 'zh-CN': zh, en }, both, 40);
  expect(pages.every(({ length }) => length === 1)).toBe(true);
  for (const [line] of pages) expect(widthEm(line!.text)).toBeLessThanOrEqual(80);
  const textIn = (language: string) => pages.flat().filter((line) => line.language === language);
  expect(
    textIn('zh-CN')
      .map(({ text }) => text)
      .join(''),
  ).toBe(zh);
  expect(
    textIn('en')
      .map(({ text }) => text)
      .join(' '),
  ).toBe(en);
  for (const { text } of textIn('zh-CN')) expect(text).toMatch(/[。，]$/);
});

it('breaks what has no marks and no spaces rather than losing it', () => {
  const text = '长'.repeat(200);
  const pages = noticePages({ 'zh-CN': text }, both, 40);
  expect(pages.flat().every((line) => widthEm(line.text) <= 80)).toBe(true);
  expect(
    pages
      .flat()
      .map((line) => line.text)
      .join(''),
  ).toBe(text);
});

it('leaves no lonely word for the last page', () => {
  const en = `${'word '.repeat(33)}end.`;
  const lengths = noticePages({ en }, ['en'], 40).map(([line]) => widthEm(line!.text));
  expect(lengths.length).toBeGreaterThan(1);
  expect(Math.min(...lengths)).toBeGreaterThan(Math.max(...lengths) / 2);
});

it('turns the page where a clause ends', () => {
  const en =
    'Older people, expectant mothers, people with disabilities, service members and veterans are served with priority: choose so when taking a number, and show your document at the counter.';
  expect(noticePages({ en }, ['en'], 41).map(([line]) => line!.text)).toEqual([
    'Older people, expectant mothers, people with disabilities, service members and veterans are served with priority:',
    'choose so when taking a number, and show your document at the counter.',
  ]);
});

it('shows a notice that was never translated, and nothing for an empty one', () => {
  expect(noticePages({ fr: 'Bonjour' }, both, 40)).toEqual([[{ language: 'zh-CN', text: 'Bonjour' }]]);
  expect(noticePages({ 'zh-CN': '  ' }, both, 40)).toEqual([]);
});
