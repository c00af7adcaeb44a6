/** How loud is the tablet's own business: the people at the next counter are near. */
const LOAD_MS = 8000;

/**
 * Speaks the question, its languages one after the other. Where the tablet cannot (no sound yet, no hub) it stays
 * silent: the question stands on the screen in any case.
 */
export function createQuestionVoice(token: string) {
  const audio = new Audio();
  let saying = 0;

  async function clip(url: string): Promise<string> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), LOAD_MS);
    try {
      const answer = await fetch(url, {
        headers: { Authorization: `Bearer ${token}` },
        signal: abort.signal,
      });
      if (!answer.ok) throw new Error(`clip ${url}: ${answer.status}`);
      return URL.createObjectURL(await answer.blob());
    } finally {
      clearTimeout(timer);
    }
  }

  async function play(url: string): Promise<void> {
    const source = await clip(url);
    try {
      audio.src = source;
      await audio.play();
      await new Promise((resolve) => {
        audio.onended = resolve;
        audio.onpause = resolve;
        audio.onerror = resolve;
      });
    } finally {
      URL.revokeObjectURL(source);
    }
  }

  return {
    async say(urls: readonly string[]): Promise<void> {
      saying += 1;
      const mine = saying;
      for (const url of urls) {
        if (mine !== saying) return;
        await play(url).catch(() => undefined);
      }
    },
    hush(): void {
      saying += 1;
      audio.pause();
    },
  };
}
