import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../server/src/domain/fingerprint.ts';
import { given, givenIn } from '../support/given.ts';
import { by, clerk, issue, KIOSK, tell, ticket } from '../support/given-steps.ts';
import { hall } from '../support/hall.ts';
import { withGuides } from '../support/hall-with-guides.ts';

const guideIn = (settings = withGuides()) => settings.guideById.get('social')!;

describe('a guide', () => {
  it('is filled in from the hall where the service says nothing of its own', () => {
    expect(guideIn()).toMatchObject({
      bring: [{ en: 'Identity card' }, { en: 'Photograph' }],
      complaintPhone: '12345',
      conditions: [],
      responsible: null,
    });
    const own = withGuides(({ services }) => {
      services[0]!.guide!.complaintPhone = '110';
    });
    expect(guideIn(own).complaintPhone).toBe('110');
  });

  it('makes materials of what to bring where a hall lists no more than that', () => {
    const short = hall({}, ({ services }) => {
      services[0]!.guide = { bring: [{ en: 'Identity card' }, { en: 'Photograph' }] };
    });
    expect(guideIn(short).materials).toEqual([
      { id: 'item-1', name: { en: 'Identity card' } },
      { id: 'item-2', name: { en: 'Photograph' } },
    ]);
  });

  it('has a new version when a word of it changes, and keeps it whatever else does', () => {
    const { version } = guideIn();
    expect(version).toMatch(/^[0-9a-f]{12}$/);
    const other = withGuides((document) => {
      document.services[0]!.standardMinutes = 99;
      document.services[1]!.guide = { form: { en: 'Another form' } };
      document.rules.waitingLimitMinutes = 5;
    });
    expect(guideIn(other).version).toBe(version);
    const edited = [
      withGuides(({ services }) => {
        services[0]!.guide!.materials![0]!.note = { en: 'copy' };
      }),
      withGuides(({ services }) => {
        services[0]!.guide!.fee = { charged: true };
      }),
      withGuides((document) => {
        document.hall.complaintPhone = '12346';
      }),
    ].map((settings) => guideIn(settings).version);
    expect(new Set([version, ...edited]).size).toBe(4);
  });
});

describe('a fingerprint', () => {
  it('does not know in which order keys were written, and tells everything else apart', () => {
    expect(fingerprint({ a: 1, b: { c: 2, d: 3 } })).toBe(fingerprint({ b: { d: 3, c: 2 }, a: 1 }));
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const same = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
        expect(fingerprint(one) === fingerprint(other)).toBe(same);
      }),
    );
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

describe('telling (一次性告知)', () => {
  const settings = withGuides();
  const { version } = guideIn(settings);
  const social = (means: 'kiosk' | 'phone' | 'clerk' | 'slip') => ({ serviceId: 'social', version, means });

  it('goes into the day with the version that was shown, before the number is called', () => {
    const taken = issue('social');
    if (!('command' in taken) || taken.command.type !== 'issue') throw new Error('not a number');
    const asked = { command: { ...taken.command, told: [social('kiosk'), social('slip')] }, by: KIOSK };
    const story = givenIn(settings)
      .when(asked)
      .then(
        { type: 'ticket-issued' },
        { type: 'guide-told', data: { ticketId: ticket('A001'), ...social('kiosk') } },
        { type: 'guide-told', data: social('slip') },
      );
    expect(story.state.tickets.get(ticket('A001'))?.told).toEqual([social('kiosk'), social('slip')]);
  });

  it('is noted once for a ticket, a version and a means, however often it is looked at', () => {
    const story = givenIn(settings, issue('social'), tell('A001', social('phone')));
    story.when(tell('A001', social('phone'))).thenNothing();
    story.when(tell('A001', social('phone'), social('slip'), social('slip'))).then({
      type: 'guide-told',
      data: social('slip'),
    });
    story
      .when(by(clerk('li'), tell('A001', { ...social('phone'), version: '0123456789ab' })))
      .then({ type: 'guide-told', data: { version: '0123456789ab' } });
  });

  it('is of a service and a ticket that are there, in a day that is not over', () => {
    given(issue('social'))
      .when(tell('A001', { ...social('phone'), serviceId: 'none' }))
      .thenRefused('unknown-service')
      .when(tell('A009', social('phone')))
      .thenRefused('unknown-ticket');
  });
});
