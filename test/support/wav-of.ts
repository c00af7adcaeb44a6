/** A WAV file of `length` samples of a tone: 22,050 Hz, one channel, 16 bits. */
export function wavOf(length: number): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + length * 2, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(22_050, 24);
  header.writeUInt32LE(44_100, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(length * 2, 40);
  const samples = Int16Array.from({ length }, (_, n) => Math.sin(n / 8) * 8000);
  return Buffer.concat([header, Buffer.from(samples.buffer)]);
}
