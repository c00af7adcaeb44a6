import { resolve } from 'node:path';
import { BadPrinterUrl, parsePrinterUrl } from './printing/open-transport.ts';

/** What the environment sets; read once, at the start. */
export interface Config {
  port: number;
  host: string;
  dataDir: string;
  logLevel: string;
  /** Where customers' phones reach the hub, without a slash at the end. */
  publicUrl: string | undefined;
  seeds: { adminPassword: string | undefined; printerUrl: string; hallFile: string | undefined };
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** One line per mistake, each saying what would be right. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** @throws ConfigError with every mistake at once */
export function readConfig(env: Record<string, string | undefined>): Config {
  const problems: string[] = [];
  const given = (name: string): string | undefined => env[name]?.trim() || undefined;

  const port = Number(given('PORT') ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    problems.push(`PORT is "${env['PORT']}": it should be a number from 1 to 65535, such as 3000`);
  }
  const logLevel = given('LOG_LEVEL') ?? 'info';
  if (!LOG_LEVELS.includes(logLevel)) {
    problems.push(`LOG_LEVEL is "${logLevel}": it should be one of ${LOG_LEVELS.join(', ')}`);
  }
  const publicUrl = given('PUBLIC_URL');
  if (publicUrl !== undefined && !isOrigin(publicUrl)) {
    problems.push(
      `PUBLIC_URL is "${publicUrl}": it should be an address without a path, such as https://hall.example.cn`,
    );
  }
  const adminPassword = given('ADMIN_PASSWORD');
  if (adminPassword !== undefined && adminPassword.length < 8) {
    problems.push('ADMIN_PASSWORD is too short: it should have 8 characters or more');
  }
  const printerUrl = given('PRINTER_URL') ?? 'virtual:';
  try {
    parsePrinterUrl(printerUrl);
  } catch (error) {
    if (!(error instanceof BadPrinterUrl)) throw error;
    problems.push(`PRINTER_URL cannot be used: ${error.message}`);
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    port,
    host: given('HOST') ?? '127.0.0.1',
    dataDir: resolve(given('DATA_DIR') ?? './data'),
    logLevel,
    publicUrl: publicUrl?.replace(/\/$/, ''),
    seeds: { adminPassword, printerUrl, hallFile: given('HALL_FILE') },
  };
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, pathname, search, hash } = new URL(text);
  const bare = username === '' && pathname === '/' && search === '' && hash === '';
  return (protocol === 'http:' || protocol === 'https:') && bare;
}
