import { describe, expect, it } from 'vitest';
import { oldBrowserPages } from './support/pages.ts';
import { parse, strings } from './support/script.ts';

/** Names of vocabularies, which nothing is fetched from. */
const NAMESPACES = /^https?:\/\/www\.w3\.org\/(1999\/xhtml|2000\/svg|1998\/Math\/MathML|1999\/xlink)$/;

/** A hall may have no Internet, and nobody outside is to learn what a hall does. */
const foreign = (text: string): boolean =>
  /^\s*(?:https?:|wss?:)?\/\/[\w.-]+\.\w/.test(text) && !NAMESPACES.test(text);

const pages = await oldBrowserPages();

describe.each(pages)('$name', ({ html, scripts, styles }) => {
  it('loads nothing from anywhere but its hub', () => {
    const addresses = [...html.matchAll(/\b(?:src|href|action|content)="([^"]*)"/g)].map(
      (match) => match[1]!,
    );
    const inStyles = styles.flatMap(({ text }) =>
      [...text.matchAll(/(?:url\(|@import)\s*["']?([^"')]+)/g)].map((match) => match[1]!),
    );
    const inScripts = scripts.flatMap(({ text }) => [...strings(parse(text))]);
    expect([...addresses, ...inStyles, ...inScripts].filter(foreign)).toEqual([]);
  });
  it('has no script or handler inside it, which the content security policy would refuse', () => {
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(html).not.toMatch(/<[^>]*\son\w+=/);
    expect(html).not.toMatch(/javascript:/);
    expect(html).not.toMatch(/<style|\sstyle=/);
  });
  it('says its language and fits the width of its screen', () => {
    expect(html).toMatch(/<html[^>]*\blang="/);
    expect(html).toMatch(/<meta name="viewport"/);
  });
  it('brings the guard that speaks to older browsers before its own script', () => {
    const order = scripts.map(({ url }) => url.split('/').at(-1));
    expect(order[0]).toBe('boot.js');
  });
});
