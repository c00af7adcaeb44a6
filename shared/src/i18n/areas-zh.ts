import { apiClients } from './zh-CN/api-clients.ts';
import { appointments } from './zh-CN/appointments.ts';
import { common } from './zh-CN/common.ts';
import { counter } from './zh-CN/counter.ts';
import { counterChange } from './zh-CN/counter-change.ts';
import { counterMoves } from './zh-CN/counter-moves.ts';
import { emergency } from './zh-CN/emergency.ts';
import { errors } from './zh-CN/errors.ts';
import { floor } from './zh-CN/floor.ts';
import { guide } from './zh-CN/guide.ts';
import { hall } from './zh-CN/hall.ts';
import { hallFile } from './zh-CN/hall-file.ts';
import { home } from './zh-CN/home.ts';
import { kiosk } from './zh-CN/kiosk.ts';
import { kioskCheckIn } from './zh-CN/kiosk-check-in.ts';
import { kioskExtras } from './zh-CN/kiosk-extras.ts';
import { kioskStaff } from './zh-CN/kiosk-staff.ts';
import { manager } from './zh-CN/manager.ts';
import { opening } from './zh-CN/opening.ts';
import { pad } from './zh-CN/pad.ts';
import { phone } from './zh-CN/phone.ts';
import { relief } from './zh-CN/relief.ts';
import { reports } from './zh-CN/reports.ts';
import { setup } from './zh-CN/setup.ts';
import { slip } from './zh-CN/slip.ts';
import { spoken } from './zh-CN/spoken.ts';
import { standing } from './zh-CN/standing.ts';
import { start } from './zh-CN/start.ts';

/** Every area in Chinese. Screens import the few areas that they show, never this. */
export const zhCN = {
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
