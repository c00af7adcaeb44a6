import { readFileSync } from 'node:fs';
import { Guide } from '@jiaohao/shared/contract/guide.ts';
import type { HallDefinition } from '@jiaohao/shared/contract/hall.ts';
import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import {
  draftOf,
  guideIn,
  LISTS,
  type ListName,
  newRow,
  partId,
  unwritten,
} from '../../manager/src/setup/guide-draft.ts';

const BOTH = ['zh-CN', 'en'];
const both = (text: string) => ({ 'zh-CN': `${text}（中）`, en: text });
const write = (row: ReturnType<typeof newRow>, part: string, text: Record<string, string>) => {
  row.texts.find((each) => each.part === part)!.text.value = text;
};

describe('a guide', () => {
  test('comes back from the form as it was put in, every hall’s', () => {
    const whole: Guide = {
      bring: [both('Identity card')],
      form: both('Form'),
      where: both('Desk'),
      materials: [{ id: 'id-card', name: both('Identity card'), note: both('original') }],
      basis: [both('Law')],
      conditions: [both('Of age')],
      procedure: [both('Ask'), both('Wait')],
      timeLimit: both('Three days'),
      fee: { charged: true, standard: both('¥5') },
      complaintPhone: '12345',
      responsible: both('Front desk'),
      notHandled: [both('On behalf of others')],
      elsewhere: [
        {
          id: 'police',
          matter: both('Identity cards'),
          office: both('Police'),
          contact: both('Desk 3'),
          phone: '110',
          address: both('Main Street'),
          basis: both('Act'),
        },
      ],
    };
    const guides = ['sample', 'bank'].flatMap((name) => {
      const file = new URL(`../../server/halls/${name}.json`, import.meta.url);
      return (JSON.parse(readFileSync(file, 'utf8')) as HallDefinition).services.map(({ guide }) => guide);
    });
    // Each field of the format stands in one of them.
    expect(Object.keys(whole).sort()).toEqual(Object.keys(Guide.properties).sort());
    for (const guide of [whole, {}, { fee: { charged: false } }, ...guides]) {
      expect(guideIn(draftOf(guide), BOTH)).toEqual(guide ?? {});
    }
  });

  test('is without what was emptied, without rows in which nothing stands, and each text on one line', () => {
    const draft = draftOf({
      form: both('Form'),
      basis: [both('Law')],
      fee: { charged: true },
      complaintPhone: '1',
    });
    draft.texts.form.value = { 'zh-CN': ' ', en: '' };
    draft.lists.basis.value = [...draft.lists.basis.value, newRow('basis')];
    draft.lists.materials.value = [newRow('materials')];
    draft.texts.where.value = { 'zh-CN': ' 门口\n 左侧 ', en: 'Left of\nthe door' };
    draft.fee.value = 'unsaid';
    draft.complaintPhone.value = ' ';
    expect(unwritten(draft, BOTH)).toEqual([]);
    expect(guideIn(draft, BOTH)).toEqual({
      basis: [both('Law')],
      where: { 'zh-CN': '门口 左侧', en: 'Left of the door' },
    });
  });

  test('keeps the ids of its materials when they are moved, and a new one gets an id of its own', () => {
    const draft = draftOf({ materials: ['one', 'two'].map((id) => ({ id, name: both(id) })) });
    const [one, two] = draft.lists.materials.value;
    const added = [newRow('materials'), newRow('materials')];
    for (const row of added) write(row, 'name', both('Photograph'));
    draft.lists.materials.value = [two!, ...added];
    const guide = guideIn(draft, BOTH);
    const ids = guide.materials!.map(({ id }) => id);
    expect(ids[0]).toBe('two');
    expect(new Set([...ids, one!.id]).size).toBe(4);
    expect(Value.Check(Guide, guide)).toBe(true);
  });

  test('keeps words in a language that the hall no longer has', () => {
    const form = { ...both('Form'), fr: 'Formulaire' };
    expect(guideIn(draftOf({ form }), BOTH)).toEqual({ form });
  });
});

describe('still to be written', () => {
  test('is each language of a text that stands in another, and what a row cannot do without', () => {
    const draft = draftOf({ timeLimit: { 'zh-CN': '三天' } });
    const [material, office] = [newRow('materials'), newRow('elsewhere')];
    write(material, 'note', both('original'));
    office.phone.value = '110';
    draft.lists.materials.value = [material];
    draft.lists.elsewhere.value = [office];
    draft.fee.value = 'charged';
    draft.standard.value = { en: '¥5' };
    expect(unwritten(draft, BOTH)).toEqual([
      ...BOTH.map((tag) => `${partId('materials', material, 'name')}-${tag}`),
      'guide-timeLimit-en',
      'guide-standard-zh-CN',
      ...BOTH.map((tag) => `${partId('elsewhere', office, 'matter')}-${tag}`),
      ...BOTH.map((tag) => `${partId('elsewhere', office, 'office')}-${tag}`),
    ]);
  });
});

test.each(Object.keys(LISTS) as ListName[])('%s: as many rows as the format allows', (list) => {
  expect(LISTS[list].most).toBe((Guide.properties[list] as { maxItems?: number }).maxItems);
});
