const LOAD_MS = 6000;
/** Sentences of the screens: a few, asked for again and again. */
const KEPT = 30;

/** Plays clips one after the other. What cannot be had or heard is passed over: the screen says it too. */
export function createVoicePlayer(token: () => string | null) {
  let context: AudioContext | null = null;
  let playing: AudioBufferSourceNode | null = null;
  let round = 0;
  let tail: Promise<void> = Promise.resolve();
  const kept = new Map<string, Promise<AudioBuffer>>();

  function open(): AudioContext {
    // Made at the first touch or key: before one, browsers keep it silent.
    context ??= new AudioContext();
    if (context.state !== 'running') context.resume().catch(() => undefined);
    return context;
  }

  function load(url: string): Promise<AudioBuffer> {
    const known = kept.get(url);
    if (known) return known;
    const loading = fetchClip(url, token()).then((bytes) => open().decodeAudioData(bytes));
    kept.set(url, loading);
    loading.catch(() => kept.delete(url));
    if (kept.size > KEPT) kept.delete([...kept.keys()][0] as string);
    return loading;
  }

  async function play(url: string, volume: number, mine: number): Promise<void> {
    const clip = await load(url).catch(() => null);
    if (clip === null || mine !== round) return;
    const to = open();
    const gain = to.createGain();
    gain.gain.value = volume;
    const source = to.createBufferSource();
    source.buffer = clip;
    source.connect(gain).connect(to.destination);
    playing = source;
    await new Promise<void>((resolve) => {
      // A context that the browser keeps locked never ends a clip.
      const watchdog = setTimeout(resolve, clip.duration * 1000 + 2000);
      source.onended = () => {
        clearTimeout(watchdog);
        resolve();
      };
      source.start();
    });
  }

  function add(urls: readonly string[], volume: number): void {
    const mine = round;
    for (const url of urls) {
      tail = tail.then(() => (mine === round ? play(url, volume, mine) : undefined));
    }
  }

  return {
    add,
    /** Says these now, whatever was being said. */
    say(urls: readonly string[], volume: number): void {
      round += 1;
      playing?.stop();
      playing = null;
      tail = Promise.resolve();
      add(urls, volume);
    },
  };
}

async function fetchClip(url: string, token: string | null): Promise<ArrayBuffer> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), LOAD_MS);
  try {
    const answer = await fetch(url, {
      headers: token ? { Authorization: `Bearer ${token}` } : {},
      signal: abort.signal,
    });
    if (!answer.ok) throw new Error(`clip: ${answer.status}`);
    return await answer.arrayBuffer();
  } finally {
    clearTimeout(timer);
  }
}
