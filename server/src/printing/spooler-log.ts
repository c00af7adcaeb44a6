/** The part of pino's interface that the spooler uses. */
export interface SpoolerLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
