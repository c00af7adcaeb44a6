import type { AtRule, Declaration, Root, Rule } from 'postcss';

/**
 * What a Chrome-80-era WebView does not understand in a style sheet: one line per place. Rules
 * inside `@supports` are asked for first, so they may use what they ask for.
 */
export function tooNewIn(sheet: Root): string[] {
  const faults: string[] = [];
  sheet.walkAtRules((rule) => {
    if (AT_RULES.has(rule.name)) faults.push(`@${rule.name}`);
    if (rule.name === 'media' && /[<>]|prefers-contrast|dynamic-range/.test(rule.params))
      faults.push(`@media ${rule.params}`);
  });
  sheet.walkRules((rule) => {
    if (asked(rule)) return;
    if (rule.parent?.type === 'rule') faults.push(`${rule.selector}: nested`);
    if (!hasPrefixedTwin(rule))
      faults.push(...selectorFaults(rule.selector).map((fault) => `${rule.selector}: ${fault}`));
    const display = displayOf(rule);
    rule.walkDecls((declaration) => {
      const fault = declarationFault(declaration, display);
      if (fault) faults.push(`${rule.selector}: ${fault}`);
    });
  });
  return faults;
}

const AT_RULES = new Set([
  'layer',
  'container',
  'scope',
  'starting-style',
  'property',
  'nest',
  'view-transition',
]);

/** Property → the Chrome that brought it. Unknown ones are dropped, and the layout with them. */
const PROPERTIES: [RegExp, number][] = [
  [/^inset(-|$)/, 87],
  [/^aspect-ratio$/, 88],
  [/^(margin|padding)-(inline|block)$/, 87],
  [/^border-(inline|block)(-(width|style|color))?$/, 87],
  [/^accent-color$/, 93],
  [/^(translate|rotate|scale)$/, 104],
  [/^content-visibility$/, 85],
  [/^scrollbar-gutter$/, 94],
];

const VALUES: [RegExp, string][] = [
  [/\b\d*\.?\d+[dsl]v(h|w|min|max|i|b)\b/, 'dynamic viewport unit'],
  [/\b\d*\.?\d+cq(w|h|i|b|min|max)\b/, 'container unit'],
  [/\bcolor-mix\(/, 'color-mix()'],
  [/\blight-dark\(/, 'light-dark()'],
  [/\bsubgrid\b/, 'subgrid'],
];

/** Colours of level 4 do no harm after a plain one of the same property: Vite writes such pairs. */
const NEW_COLOUR = /\b(oklch|oklab|lab|lch|color)\(/;

function declarationFault(declaration: Declaration, display: string | undefined): string | undefined {
  const { prop, value } = declaration;
  const newer = PROPERTIES.find(([pattern]) => pattern.test(prop));
  if (newer) return `${prop} came with Chrome ${newer[1]}`;
  const unknown = VALUES.find(([pattern]) => pattern.test(value));
  if (unknown) return `${prop}: ${unknown[1]}`;
  const before = declaration.prev();
  const paired = before?.type === 'decl' && before.prop === prop && !NEW_COLOUR.test(before.value);
  if (NEW_COLOUR.test(value) && !paired) return `${prop}: ${value} without a plain colour before it`;
  return gapFault(prop, display);
}

/**
 * `gap` in a flex box came with Chrome 84; in a grid it is old. `grid-gap` says by its name that a
 * grid is meant; `gap` must stand beside `display: grid` in its own rule.
 */
function gapFault(prop: string, display: string | undefined): string | undefined {
  if (!/^(grid-)?(row-|column-)?gap$/.test(prop)) return undefined;
  if (display?.includes('flex')) return `${prop} in a flex box`;
  const isGrid = prop.startsWith('grid-') || display?.includes('grid');
  return isGrid ? undefined : `${prop} in a rule that does not say display: grid; write grid-gap`;
}

function displayOf(rule: Rule): string | undefined {
  let display: string | undefined;
  rule.walkDecls('display', (declaration) => {
    display = declaration.value;
  });
  return display;
}

function selectorFaults(selector: string): string[] {
  const faults = (
    selector.match(/:(is|where|has|user-valid|user-invalid|modal|popover-open)\b/g) ?? []
  ).slice();
  if (selector.includes('&')) faults.push('&');
  if (/:not\([^()]*,/.test(selector)) faults.push(':not() with a list came with Chrome 88');
  // A browser that does not know :focus-visible drops the whole rule, and its other selectors with it.
  const parts = selector.split(',');
  const visible = parts.filter((part) => part.includes(':focus-visible'));
  if (visible.length > 0 && visible.length < parts.length)
    faults.push(':focus-visible in a list with others');
  return faults;
}

/** Vite writes `:is()` twice, first as `:-webkit-any()`, which old browsers take. */
function hasPrefixedTwin(rule: Rule): boolean {
  const before = rule.prev();
  return (
    before?.type === 'rule' &&
    before.selector === rule.selector.replaceAll(':is(', ':-webkit-any(') &&
    before.selector !== rule.selector
  );
}

/** Whether the sheet shows focus to browsers that do not know `:focus-visible` (Chrome 86). */
export function showsFocusToAll(sheet: Root): boolean {
  let newer = false;
  let plain = false;
  sheet.walkRules(({ selector }) => {
    if (selector.includes(':focus-visible')) newer = true;
    else if (/:focus(?!-)/.test(selector)) plain = true;
  });
  return plain || !newer;
}

function asked(rule: Rule): boolean {
  for (let parent = rule.parent; parent; parent = parent.parent as typeof parent) {
    if (parent.type === 'atrule' && (parent as AtRule).name === 'supports') return true;
  }
  return false;
}
