/**
 * The voice engine, alone in a process of its own (started by `espeak-synthesiser.ts`). The only
 * file that imports espeak-ng, which is GPL-3 and optional: it is talked to over the pipe that
 * `fork` opens, and whatever it does, it cannot hurt the hub.
 */
import { readFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import type { SpokenLanguage } from './announcement.ts';

export interface EngineRequest {
  id: number;
  text: string;
  language: SpokenLanguage;
  rate: number;
}

export type EngineAnswer = { id: number; wav: Uint8Array } | { id: number; error: string };

/** The part of an Emscripten program that is used here. */
interface Program {
  FS: {
    writeFile(path: string, data: string): void;
    readFile(path: string): Uint8Array;
  };
}
interface ProgramOptions {
  arguments: string[];
  preRun: ((program: Program) => void)[];
  print(line: string): void;
  printErr(line: string): void;
  instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object;
}
type StartProgram = (options: ProgramOptions) => Promise<Program>;

/**
 * espeak-ng's names where they are not ours; plain `cmn` of this build has the tones and their sandhi right.
 * A language that was added comes by the engine's own name.
 */
const VOICE: Record<string, string> = { zh: 'cmn' };

/** The name stands in a variable so that types do not ask for a package that may not be installed. */
const ENGINE: string = 'espeak-ng';

let loaded: Promise<{ start: StartProgram; machine: WebAssembly.Module }> | undefined;

/** Compiled once: an instance a sentence is then cheap, and none inherits what another left behind. */
async function load() {
  const [{ default: start }, bytes] = await Promise.all([
    import(ENGINE) as Promise<{ default: StartProgram }>,
    readFile(new URL('./espeak-ng.wasm', import.meta.resolve(ENGINE))),
  ]);
  return { start, machine: await WebAssembly.compile(bytes) };
}

async function synthesise({ text, language, rate }: EngineRequest): Promise<Uint8Array> {
  loaded ??= load();
  const { start, machine } = await loaded;
  const said: string[] = [];
  const program = await start({
    // The text goes in by a file: one that begins with a dash is then no option.
    arguments: [
      '-v',
      VOICE[language] ?? language,
      '-s',
      String(rate),
      '-b',
      '1',
      '-w',
      'out.wav',
      '-f',
      'in.txt',
    ],
    preRun: [({ FS }) => FS.writeFile('in.txt', text)],
    print: (line) => said.push(line),
    printErr: (line) => said.push(line),
    instantiateWasm(imports, done) {
      void WebAssembly.instantiate(machine, imports).then(done);
      return {};
    },
  });
  try {
    return program.FS.readFile('out.wav');
  } catch {
    throw new Error(said.join(' ') || 'the engine wrote no sound');
  }
}

// The hub issues and calls; its voice takes what is left of the processor.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

process.on('disconnect', () => process.exit());
process.on('message', (request: EngineRequest) => {
  synthesise(request)
    .then(
      (wav): EngineAnswer => ({ id: request.id, wav }),
      (error: unknown): EngineAnswer => ({ id: request.id, error: String(error) }),
    )
    .then((answer) => process.send?.(answer));
});
