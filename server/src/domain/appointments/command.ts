/** Imperatives about the appointments of one service day. Ids and hashes come in with the command. */
export type AppointmentCommand =
  | {
      type: 'book';
      appointmentId: string;
      codeHash: string;
      contactId: string;
      serviceId: string;
      slotAt: number;
      /** The other system that books it, or did when it is moved. */
      clientId?: string;
      /** Where it was until now, when it comes from another day. */
      movedFrom: string | null;
    }
  | { type: 'change'; appointmentId: string; serviceId: string; slotAt: number }
  | { type: 'cancel'; appointmentId: string; movedTo: string | null }
  | {
      type: 'check-in';
      appointmentId: string;
      /** The number it gets. */
      ticket: { ticketId: string; turnId: string; tokenHash: string; language: string };
    }
  /** The day is over. */
  | { type: 'close-book' };
