import { describe, expect, it } from 'vitest';
import { padView, terminalView } from '../../server/src/domain/views/counter-view.ts';
import { NOW, ticket, view } from '../counter-display/support/views.ts';

const waiting = {
  ticketId: 'ticket-B002',
  turnId: 'turn-B002',
  number: 'B002',
  serviceId: 'medical',
  priority: 'disabled',
  queuedAt: NOW,
  late: false,
  first: false,
  forCounter: null,
};
const full = view({
  ticket: { ...ticket('A012', 'serving'), priority: 'elderly' },
  next: [waiting],
  missed: [{ ...waiting, number: 'B001' }],
  waiting: 2,
  today: { served: 37, meanHandlingMs: 400_000 },
  rating: { turnId: 'turn-A011', number: 'A011', until: NOW + 1000, pressed: true },
});

describe('the two sides of a counter', () => {
  it('the pad, which faces a customer, is told nothing about others nor about the clerk’s day', () => {
    const told = JSON.stringify(padView(full));
    for (const secret of ['B001', 'B002', 'disabled', 'elderly', '37']) expect(told).not.toContain(secret);
    expect(padView(full)).toMatchObject({ ticket: { number: 'A012' }, rating: { pressed: true } });
  });

  it('the terminal is not told whether a customer has pressed', () => {
    expect(terminalView(full).rating).toMatchObject({ turnId: 'turn-A011', pressed: false });
    expect(terminalView(full).next).toHaveLength(1);
  });
});
