import postcss from 'postcss';
import { describe, expect, it } from 'vitest';
import { oldBrowserPages } from './support/pages.ts';
import { showsFocusToAll, tooNewIn } from './support/style.ts';

const pages = await oldBrowserPages();

describe.each(pages)('the styles of $name', ({ styles }) => {
  const sheets = styles.map(({ text }) => postcss.parse(text));
  it('are there', () => {
    expect(styles.length).toBeGreaterThan(0);
  });
  it('use nothing newer than Chrome 80', () => {
    expect(sheets.flatMap(tooNewIn)).toEqual([]);
  });
  it('show where the focus is, also to browsers before :focus-visible', () => {
    expect(sheets.every(showsFocusToAll)).toBe(true);
  });
});

describe('the check of styles itself', () => {
  it.each([
    '.a{display:flex;gap:8px}',
    '.a{gap:8px}',
    '.a{display:flex;grid-gap:8px}',
    '.a{inset:0}',
    '.a{aspect-ratio:1}',
    '.a{margin-inline:1px}',
    '.a{height:100dvh}',
    '.a{color:color-mix(in srgb,red,blue)}',
    '.a{color:oklch(.5 .1 20)}',
    '.a{accent-color:red}',
    ':is(.a,.b){color:red}',
    '.a:where(.b){color:red}',
    '.a:has(.b){color:red}',
    '.a:not(.b,.c){color:red}',
    '.a:hover,.a:focus-visible{color:red}',
    '.a{& b{color:red}}',
    '@layer x{.a{color:red}}',
    '@container (width>1px){.a{color:red}}',
    '@media (width>=600px){.a{color:red}}',
  ])('finds %s', (css) => {
    expect(tooNewIn(postcss.parse(css))).not.toEqual([]);
  });
  it.each([
    '.a{display:grid;gap:8px}',
    '.a{grid-gap:8px}',
    '.a{top:0;margin-inline-start:1px}',
    '.a{color:red;color:oklch(.5 .1 20)}',
    '.a:-webkit-any(.b){color:red}.a:is(.b){color:red}',
    '@supports (aspect-ratio:1){.a{aspect-ratio:1}}',
    '@media (min-width:600px){.a{color:red}}',
  ])('passes %s', (css) => {
    expect(tooNewIn(postcss.parse(css))).toEqual([]);
  });
});
