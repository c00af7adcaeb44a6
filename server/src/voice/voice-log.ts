/** The two methods of the hub's log that the voice uses (pino has them). */
export interface VoiceLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}
