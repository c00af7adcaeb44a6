import type { Arrival } from '@jiaohao/shared/contract/appointments.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';

interface Slotted {
  serviceId: string;
  serviceName: Localized;
  slotAt: number;
  slotUntil: number;
}

/** Past tense: what happened to the appointments of one service day. Ids and hashes only. */
export type AppointmentEvent =
  | {
      type: 'appointment-booked';
      data: Slotted & {
        appointmentId: string;
        codeHash: string;
        contactId: string;
        /** The other system that booked it; absent: staff did. */
        clientId?: string;
        /** It was moved here from another day. */
        movedFrom: string | null;
      };
    }
  | { type: 'appointment-changed'; data: Slotted & { appointmentId: string } }
  /** `movedTo`: not given up, it goes on in another day. */
  | { type: 'appointment-cancelled'; data: { appointmentId: string; movedTo: string | null } }
  | {
      type: 'appointment-checked-in';
      data: { appointmentId: string; ticketId: string; arrival: Arrival };
    }
  /** The day ended and nobody came. */
  | { type: 'appointment-missed'; data: { appointmentId: string } };

export const appointmentStream = (date: string): string => `appointments:${date}`;
