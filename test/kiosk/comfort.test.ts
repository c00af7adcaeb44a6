import { known } from '@jiaohao/shared/client/languages.ts';
import { knownLanguages } from '@jiaohao/shared/i18n/language.ts';
import { learn } from '@jiaohao/shared/i18n/library.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { createComfort } from '../../kiosk/src/kiosk/comfort.ts';
import { INVENTED, invented } from '../support/invented-language.ts';

describe('the languages of a kiosk', () => {
  let comfort: ReturnType<typeof createComfort>;
  beforeEach(() => {
    comfort = createComfort();
  });

  it('are the hall’s, and its first is the one that the next person finds', () => {
    comfort.offer(['en', 'zh-CN']);
    expect(comfort.languages.value).toEqual(['en', 'zh-CN']);
    expect(comfort.language.value).toBe('en');
    comfort.choose('zh-CN');
    expect([comfort.language.value, comfort.isDefault.value]).toEqual(['zh-CN', false]);
    comfort.reset();
    expect([comfort.language.value, comfort.isDefault.value]).toEqual(['en', true]);
  });

  it('are offered as soon as their words are here, and not before', () => {
    comfort.offer(['zh-CN', 'en', INVENTED]);
    expect(comfort.languages.value).toEqual(['zh-CN', 'en']);
    learn(invented());
    known.value = knownLanguages();
    expect(comfort.languages.value).toEqual(['zh-CN', 'en', INVENTED]);
  });

  it('leave no open list behind, neither for who chose nor for who went away', () => {
    comfort.choosing.value = true;
    expect(comfort.isDefault.value).toBe(false);
    comfort.choose('en');
    expect(comfort.choosing.value).toBe(false);
    comfort.choosing.value = true;
    comfort.reset();
    expect([comfort.choosing.value, comfort.isDefault.value]).toEqual([false, true]);
  });
});
