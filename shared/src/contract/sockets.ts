import type { Board, CallEntry, CounterView, HallView, ScreenOrders, SlipUpdate } from './screens.ts';
import type { PhoneView } from './ticket.ts';

/**
 * The realtime contract. Snapshots only: each event carries the whole of what a screen shows and
 * replaces what the screen had. Commands go over HTTP.
 *
 * Rooms: hall screens and kiosks get `board`; hall screens get `call`, both of their zone, and `screen`; a clerk's and a pad's counter
 * `counter`; managers `hall`; a slip's holder `ticket`; a kiosk `slip` for the tickets it took, and `help`.
 */
export interface ServerToClient {
  hello(hello: { build: string; now: number }): void;
  board(board: Board): void;
  call(call: CallEntry): void;
  screen(orders: ScreenOrders): void;
  counter(view: CounterView): void;
  hall(view: HallView): void;
  ticket(view: PhoneView): void;
  slip(update: SlipUpdate): void;
  /** To the kiosk that asked for help: somebody is on the way. */
  help(answer: { at: number }): void;
}

/** Presence only: lost reports cost nothing but freshness. */
export interface ClientToServer {
  /** A kiosk: the ticket it shows now (its failed slip may be retried), or null. */
  showing(ticketId: string | null): void;
  /**
   * A hall screen: whether it could be heard, the call it speaks and those waiting to be spoken, oldest first.
   * `silent`: it was opened not to be.
   */
  speech(report: { speaking: string | null; queued: string[]; sound: boolean; silent?: boolean }): void;
  /** A clerk's page: the counter it stands at. The hub answers with `counter` snapshots. */
  watch(counterId: string): void;
}

export interface SocketAuth {
  /** A device's token. */
  token?: string;
  /** A slip's token. */
  ticket?: string;
}
