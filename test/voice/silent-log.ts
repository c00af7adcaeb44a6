import type { VoiceLog } from '../../server/src/voice/voice-log.ts';

export const silentLog: VoiceLog = { info() {}, warn() {} };
