import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PrinterStandIn, startPrinterStandIn } from '../support/printer-stand-in.ts';
import { type HallAtWork, hallAtWork } from './support/hall-at-work.ts';
import { expectError } from './support/shape.ts';

/** Printers are changed while the hall is open: another address, another paper, another printer for a kiosk. */

interface Printer {
  id: string;
  name: string;
  url: string;
  profile: { paperMm: number; status: boolean };
}

let hall: HallAtWork;
let paper: PrinterStandIn;
beforeAll(async () => {
  hall = await hallAtWork();
  paper = await startPrinterStandIn('ok');
});
afterAll(async () => {
  await hall.hub.close();
  await paper.close();
});

const printers = async (): Promise<Printer[]> =>
  (await hall.admin.get<{ printers: Printer[] }>('/api/settings/printers')).body.printers;
const slips = () => paper.jobs.length;

describe('the printers of a hall', () => {
  test('begin with the one that the environment named', async () => {
    expect(await printers()).toMatchObject([{ id: 'printer-1', url: 'virtual:', profile: { paperMm: 80 } }]);
  });

  test('refuse an address or a setting that is none, and change nothing', async () => {
    const before = await printers();
    for (const wrong of [{ url: 'usb:1' }, { profile: { paperMm: 70 } }, { name: '' }, { colour: 'red' }]) {
      expectError(await hall.admin.put('/api/settings/printers/printer-1', wrong), 'malformed');
    }
    expectError(await hall.admin.put('/api/settings/printers/none', { name: 'x' }), 'not-found');
    expect(await printers()).toEqual(before);
  });

  test('another one can be a kiosk’s own: its slips come out there', async () => {
    const made = await hall.admin.post<Printer>('/api/settings/printers', { name: '二楼', url: paper.url });
    expect(made.status).toBe(201);
    const kiosk = await hall.device('kiosk');
    const moved = await hall.admin.put(`/api/settings/devices/${kiosk.id}`, { printerId: made.body.id });
    expect(moved.status).toBe(200);
    const issued = await kiosk.post('/api/tickets', { serviceId: 'social-card' });
    expect(issued.status).toBe(201);
    await expect.poll(slips, { timeout: 10_000 }).toBe(1);
    // The first kiosk still has the hall's first printer.
    await hall.take();
    expect(slips()).toBe(1);
  });

  test('the next slip follows a changed address without a restart', async () => {
    const changed = await hall.admin.put<Printer>('/api/settings/printers/printer-1', {
      url: paper.url,
      profile: { paperMm: 58 },
    });
    expect(changed.body).toMatchObject({ url: paper.url, profile: { paperMm: 58, status: true } });
    const before = slips();
    await hall.take();
    await expect.poll(slips, { timeout: 10_000 }).toBe(before + 1);
  });

  test('a kiosk cannot be given a printer that is not there, nor a pad one at all', async () => {
    const pad = await hall.device('counter-pad', 'counter-1');
    const path = (id: string | undefined) => `/api/settings/devices/${id}`;
    expectError(await hall.admin.put(path(hall.kiosk.id), { printerId: 'none' }), 'malformed');
    expectError(await hall.admin.put(path(pad.id), { printerId: 'printer-1' }), 'malformed');
    expectError(await hall.admin.put(path(pad.id), { counterId: 'nowhere' }), 'unknown-counter');
    expect((await hall.admin.put(path(pad.id), { counterId: 'counter-2' })).body).toMatchObject({
      counterId: 'counter-2',
    });
  });
});
