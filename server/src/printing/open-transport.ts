import { fileURLToPath } from 'node:url';
import { talkingTransport } from './conversation.ts';
import { deviceFileLink } from './device-file.ts';
import type { OpenLink } from './link.ts';
import type { PrinterProfile } from './printer-profile.ts';
import { tcpLink } from './tcp.ts';
import { DEADLINES, type Deadlines, type PrinterTransport } from './transport.ts';
import type { VirtualPrinter } from './virtual.ts';

export class BadPrinterUrl extends Error {
  override name = 'BadPrinterUrl';
}

export type PrinterAddress =
  | { kind: 'virtual' }
  | { kind: 'tcp'; host: string; port: number }
  | { kind: 'file'; path: string };

const RAW_PORT = 9100;

/** Throws `BadPrinterUrl`, whose message says what is wrong and what would be right. */
export function parsePrinterUrl(text: string): PrinterAddress {
  if (text === 'virtual:') return { kind: 'virtual' };
  const bad = (why: string) =>
    new BadPrinterUrl(
      `printer URL "${text}": ${why}; use "virtual:", "tcp://192.168.1.50:9100" or "file:/dev/usb/lp0"`,
    );
  if (!URL.canParse(text)) throw bad('not a URL');
  const url = new URL(text);
  if (url.protocol === 'tcp:') {
    if (!url.hostname) throw bad('the host is missing');
    if (url.username || url.search || url.hash || !['', '/'].includes(url.pathname)) {
      throw bad('only a host and a port may stand in it');
    }
    const port = url.port === '' ? RAW_PORT : Number(url.port);
    if (port === 0) throw bad('port 0 is no port');
    return { kind: 'tcp', host: url.hostname.replace(/^\[|\]$/g, ''), port };
  }
  if (url.protocol === 'file:') {
    if (!/^file:(\/\/)?\/[^/]/.test(text)) throw bad('the path must be absolute');
    return { kind: 'file', path: fileURLToPath(url) };
  }
  throw bad(`"${url.protocol}" is not known`);
}

/** The transport for an address. Does not touch the printer yet. Throws `BadPrinterUrl`. */
export function openTransport(
  url: string,
  profile: PrinterProfile,
  virtual: VirtualPrinter,
  deadlines: Deadlines = DEADLINES,
): PrinterTransport {
  const address = parsePrinterUrl(url);
  if (address.kind === 'virtual') return virtual.transport;
  const open: OpenLink =
    address.kind === 'tcp' ? tcpLink(address.host, address.port) : deviceFileLink(address.path);
  return talkingTransport(open, { deadlines, status: profile.status });
}
