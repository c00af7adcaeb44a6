import type { CatalogueOf } from '../language.ts';
import type { start as zh } from '../zh-CN/start.ts';

export const start: CatalogueOf<typeof zh> = {
  ready: (p) => `Jiaohao is running: ${p.hall}`,
  pages: 'Pages',
  home: 'Home',
  kiosk: 'Kiosk',
  counter: "Clerk's terminal",
  pad: 'Rating pad',
  hall: 'Hall screen',
  manager: 'Manager',
  localOnly: (p) =>
    `Now only this machine can open them. To let the devices of the hall in, start with HOST=0.0.0.0 npx -y pnpm@12 start${p.links && `; devices then open ${p.links}`}`,
  pairing: 'Pairing links: open each on its device (good for 15 minutes, once)',
  admin: (p) => `Admin: user name admin, password ${p.password} (shown this once: write it down)`,
  clerks:
    'The sample clerks have no passwords yet: sign in to Manager as admin and set them under People. The admin may use the clerk’s terminal too.',
  data: (p) => `Data is kept in ${p.folder}`,
  kioskName: 'Kiosk 1',
  hallName: 'Hall screen 1',
  padName: (p) => `Pad of counter ${p.number}`,
  portInUse: 'The port is in use: choose another with PORT, or stop the program that has it.',
  noSuchHost: 'This machine has no such address as HOST says: use 0.0.0.0 or an address of this machine.',
  notWritable:
    'The data folder (DATA_DIR) or the port may not be used: check who owns the folder; ports below 1024 need an administrator.',
  damagedDatabase:
    'The database (jiaohao.db in DATA_DIR) is damaged: restore it from a backup, or use an empty data folder.',
  diskFull: 'The disk is full: make room first.',
  alreadyRunning: 'Another program is using the database: Jiaohao may be running already.',
};
