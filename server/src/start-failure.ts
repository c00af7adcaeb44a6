import { start as en } from '@jiaohao/shared/i18n/en/start.ts';
import { start as zh } from '@jiaohao/shared/i18n/zh-CN/start.ts';

/** What an installer reads when the hub does not start: what is wrong and what would be right, not a stack. */
export function startFailure(error: Error): string {
  const { code } = error as NodeJS.ErrnoException;
  // These say it themselves, a line per mistake.
  const told = ['ConfigError', 'HallFileError', 'BadPrinterUrl', 'NewerDatabase', 'DamagedKey'];
  if (told.includes(error.name)) return error.message;
  const both = (pick: (texts: typeof zh | typeof en) => string) => `${pick(zh)}\n${pick(en)}`;
  switch (code) {
    case 'EADDRINUSE':
      return both((texts) => texts.portInUse);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return both((texts) => texts.noSuchHost);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
      return both((texts) => texts.notWritable);
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return both((texts) => texts.damagedDatabase);
    case 'SQLITE_FULL':
    case 'ENOSPC':
      return both((texts) => texts.diskFull);
    case 'SQLITE_BUSY':
      return both((texts) => texts.alreadyRunning);
    default:
      return error.stack ?? error.message;
  }
}
