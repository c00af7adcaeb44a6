import { connect } from 'node:net';
import { LinkLost, type OpenLink, type PrinterLink } from './link.ts';

/** A raw TCP link, as network printers listen for on port 9100. */
export function tcpLink(host: string, port: number): OpenLink {
  return (connectMs) =>
    new Promise((resolve, reject) => {
      const socket = connect({ host, port, noDelay: true });
      const where = `${host}:${port}`;
      let heard: Parameters<PrinterLink['listen']>[0] | undefined;
      let lost: LinkLost | undefined;
      const lose = (why: string) => {
        clearTimeout(timer);
        lost ??= new LinkLost(`${where}: ${why}`);
        socket.destroy();
        reject(lost); // after `resolve` this does nothing
        heard?.lost(lost);
      };
      const timer = setTimeout(() => lose(`no connection within ${connectMs} ms`), connectMs);
      socket.on('error', (error: NodeJS.ErrnoException) => lose(error.code ?? error.message));
      socket.on('end', () => lose('closed by the printer'));
      socket.on('close', () => lose('closed'));
      socket.on('data', (bytes) => heard?.bytes(bytes));
      socket.on('connect', () => {
        clearTimeout(timer);
        resolve({
          write: (bytes) =>
            new Promise((done, fail) => {
              if (lost) return fail(lost);
              socket.write(bytes, (error) =>
                error ? fail(lost ?? new LinkLost(`${where}: ${error.message}`)) : done(),
              );
            }),
          // Closing our half sends everything first; the callback comes when the system has taken it.
          drain: () => new Promise((done) => socket.end(done)),
          listen: (hear) => {
            heard = hear;
            if (lost) hear.lost(lost);
          },
          destroy: () => socket.destroy(),
        });
      });
    });
}
