import { constants, type FileHandle, open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { LinkLost, type OpenLink, type PrinterLink, within } from './link.ts';

/**
 * A printer behind a device file (`/dev/usb/lp0`, a serial port), or a pipe. Opened without
 * blocking and asked again while it answers `EAGAIN`: four writes that block would hold all four
 * threads that Node has for files, and with them the whole hub.
 */

const AGAIN_MS = 10;
const READ_BYTES = 64;
const RESET = Uint8Array.of(0x1b, 0x40); // ESC @

export function deviceFileLink(path: string): OpenLink {
  return async (connectMs) => {
    const opening = openDevice(path);
    try {
      return await within(connectMs, opening);
    } catch (error) {
      void opening.then((late) => late.destroy()).catch(() => undefined); // its fault is reported here
      throw lost(path, error);
    }
  };
}

async function openDevice(path: string): Promise<PrinterLink> {
  const { O_RDWR, O_WRONLY, O_APPEND, O_NONBLOCK, O_NOCTTY } = constants;
  let file = await open(path, O_WRONLY | O_APPEND | O_NONBLOCK | O_NOCTTY);
  const device = (await file.stat()).isCharacterDevice();
  if (device) {
    // Only a device answers: a pipe or a file would give us our own bytes back.
    await file.close();
    file = await open(path, O_RDWR | O_NONBLOCK | O_NOCTTY);
  }
  let open_ = true;
  return {
    write: (bytes) => writeAll(file, bytes, path, () => open_),
    // usblp takes a write while the one before is on its way, and drops that at close. It takes the
    // next only when the one before has arrived: so one more, which may be lost.
    drain: async () => {
      if (device) await writeAll(file, RESET, path, () => open_);
    },
    listen: (hear) => {
      if (!device) return;
      readOn(file, () => open_, hear.bytes).catch((error: unknown) => hear.lost(lost(path, error)));
    },
    destroy: () => {
      if (!open_) return;
      open_ = false;
      file.close().catch(() => undefined); // unplugged meanwhile: there is nothing left to close
    },
  };
}

async function writeAll(
  file: FileHandle,
  bytes: Uint8Array,
  path: string,
  isOpen: () => boolean,
): Promise<void> {
  let at = 0;
  while (at < bytes.length) {
    if (!isOpen()) throw new LinkLost(`${path}: closed`);
    try {
      const { bytesWritten } = await file.write(bytes, at);
      at += bytesWritten;
      if (bytesWritten === 0) await sleep(AGAIN_MS);
    } catch (error) {
      if (!isAgain(error)) throw lost(path, error);
      await sleep(AGAIN_MS);
    }
  }
}

async function readOn(
  file: FileHandle,
  isOpen: () => boolean,
  hear: (bytes: Uint8Array) => void,
): Promise<void> {
  const room = new Uint8Array(READ_BYTES);
  while (isOpen()) {
    try {
      const { bytesRead } = await file.read(room, 0, READ_BYTES, null);
      if (bytesRead > 0) hear(room.slice(0, bytesRead));
      else await sleep(AGAIN_MS);
    } catch (error) {
      if (!isOpen()) return;
      if (!isAgain(error)) throw error;
      await sleep(AGAIN_MS);
    }
  }
}

function isAgain(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EAGAIN';
}

function lost(path: string, error: unknown): LinkLost {
  if (error instanceof LinkLost) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  return new LinkLost(`${path}: ${code ?? message}`);
}
