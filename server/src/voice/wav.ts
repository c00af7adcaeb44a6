/**
 * The samples of a PCM WAV file, or null when it is damaged, cut off or empty. RIFF layout as in
 * "Multimedia Programming Interface and Data Specifications 1.0" (IBM/Microsoft, 1991): 'RIFF',
 * size, 'WAVE', then chunks of id, size, body, each padded to an even length.
 */
export function readWav(file: Buffer): { sampleRate: number; channels: number; samples: Buffer } | null {
  if (file.length < 12 || file.toString('latin1', 0, 4) !== 'RIFF') return null;
  if (file.toString('latin1', 8, 12) !== 'WAVE' || file.readUInt32LE(4) + 8 > file.length) return null;
  let format: { sampleRate: number; channels: number } | undefined;
  for (let at = 12; at + 8 <= file.length; ) {
    const id = file.toString('latin1', at, at + 4);
    const size = file.readUInt32LE(at + 4);
    const body = at + 8;
    if (body + size > file.length) return null;
    if (id === 'fmt ' && size >= 16) {
      format = { channels: file.readUInt16LE(body + 2), sampleRate: file.readUInt32LE(body + 4) };
    }
    if (id === 'data') {
      return format && size > 0 ? { ...format, samples: file.subarray(body, body + size) } : null;
    }
    at = body + size + (size % 2);
  }
  return null;
}
