import { expect, it } from 'vitest';
import { nameLength } from '../../kiosk/src/kiosk/name-length.ts';

it('a long name is set smaller instead of cut, in either script', () => {
  expect(nameLength('社会保障卡')).toBe('short');
  expect(nameLength('Residence and travel documents')).toBe('long');
  expect(nameLength('城乡居民基本养老保险关系跨省转移接续')).toBe('long');
  expect(nameLength('城乡居民基本养老保险关系跨省转移接续及待遇资格认证受理（含补缴）')).toBe('very-long');
});
