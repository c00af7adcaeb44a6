import { apiClients } from './en/api-clients.ts';
import { appointments } from './en/appointments.ts';
import { common } from './en/common.ts';
import { counter } from './en/counter.ts';
import { counterChange } from './en/counter-change.ts';
import { counterMoves } from './en/counter-moves.ts';
import { emergency } from './en/emergency.ts';
import { errors } from './en/errors.ts';
import { floor } from './en/floor.ts';
import { guide } from './en/guide.ts';
import { hall } from './en/hall.ts';
import { hallFile } from './en/hall-file.ts';
import { home } from './en/home.ts';
import { kiosk } from './en/kiosk.ts';
import { kioskCheckIn } from './en/kiosk-check-in.ts';
import { kioskExtras } from './en/kiosk-extras.ts';
import { kioskStaff } from './en/kiosk-staff.ts';
import { manager } from './en/manager.ts';
import { opening } from './en/opening.ts';
import { pad } from './en/pad.ts';
import { phone } from './en/phone.ts';
import { relief } from './en/relief.ts';
import { reports } from './en/reports.ts';
import { setup } from './en/setup.ts';
import { slip } from './en/slip.ts';
import { spoken } from './en/spoken.ts';
import { standing } from './en/standing.ts';
import { start } from './en/start.ts';

/** Every area in English. Screens import the few areas that they show, never this. */
export const en = {
  apiClients,
  appointments,
  common,
  counter,
  counterChange,
  counterMoves,
  emergency,
  errors,
  floor,
  guide,
  hall,
  hallFile,
  home,
  kiosk,
  kioskCheckIn,
  kioskExtras,
  kioskStaff,
  manager,
  opening,
  pad,
  phone,
  relief,
  reports,
  setup,
  slip,
  spoken,
  standing,
  start,
};
