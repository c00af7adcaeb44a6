/** The byte encoder of `escpos` 2.5.2, and only what is used of it (docs/decisions/003-printing.md). */
declare module 'escpos/printer.js' {
  export default class Printer {
    constructor(adapter: { write(bytes: Buffer, done?: () => void): void }, options?: { encoding: string });
    hardware(command: 'init'): Printer;
    print(raw: Buffer): Printer;
    pureText(text: string): Printer;
    newLine(): Printer;
    beep(times: number, hundredMs: number): Printer;
    flush(done?: () => void): Printer;
  }
}
