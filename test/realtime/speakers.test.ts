import { describe, expect, test } from 'vitest';
import { appoint, createSpeakers } from '../../server/src/realtime/speakers.ts';

const screen = (socketId: string, sound: boolean | null) => ({ socketId, sound });

describe('the voice of a zone', () => {
  test('is one that can be heard, else one that may yet be, else any', () => {
    expect(appoint([screen('a', null), screen('b', true)], null)).toBe('b');
    expect(appoint([screen('a', false), screen('b', null)], null)).toBe('b');
    expect(appoint([screen('a', false), screen('b', false)], null)).toBe('a');
    expect(appoint([], 'a')).toBeNull();
  });

  test('stays where it is while nobody is better off', () => {
    expect(appoint([screen('a', true), screen('b', true)], 'b')).toBe('b');
    expect(appoint([screen('a', true), screen('b', false)], 'b')).toBe('a');
  });
});

describe('the screens of a zone', () => {
  function zone() {
    const told: string[] = [];
    const speakers = createSpeakers((id, speaks) => told.push(`${id} ${speaks ? 'speaks' : 'is silent'}`));
    return { speakers, told };
  }

  test('one speaks from the first moment, the next one waits; each zone has its own', () => {
    const { speakers } = zone();
    expect(speakers.join('east', 'a')).toBe(true);
    expect(speakers.join('east', 'b')).toBe(false);
    expect(speakers.join('west', 'c')).toBe(true);
    expect(speakers.isVoice('east', 'a')).toBe(true);
  });

  test('the other takes over when the voice goes, or cannot be heard; never both at once', () => {
    const { speakers, told } = zone();
    speakers.join('', 'a');
    speakers.join('', 'b');
    speakers.heard('', 'b', true);
    speakers.heard('', 'a', true);
    // B could be heard first; A, which has sound too, does not take it back.
    expect(told).toEqual(['a is silent', 'b speaks']);
    speakers.heard('', 'b', false);
    expect(told.slice(2)).toEqual(['b is silent', 'a speaks']);
    speakers.leave('', 'a');
    expect(told.slice(4)).toEqual(['a is silent', 'b speaks']);
    speakers.leave('', 'b');
    expect(speakers.join('', 'c')).toBe(true);
  });
});
