import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../client/api.ts';
import type { DevicePairing } from '../client/device.ts';

interface PairingWords {
  pairTitle: string;
  pairHint: string;
  pairCode: string;
  pairButton: string;
  pairing: string;
  wrongKind: string;
  hubLost: string;
}

/** What an unpaired device shows: a field for the pairing code; a pairing link fills and sends it by itself. */
export function Pairing({
  device,
  texts,
  what,
}: {
  device: DevicePairing;
  texts: PairingWords;
  what: string;
}) {
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');

  async function send(value: string) {
    setBusy(true);
    setProblem('');
    try {
      if ((await device.pair(value.trim())) === 'wrong-kind') setProblem(texts.wrongKind);
    } catch (error) {
      setProblem((error instanceof ApiError && error.message) || texts.hubLost);
    } finally {
      setBusy(false);
    }
  }

  useEffect(() => {
    const fromLink = device.takeLinkCode();
    if (fromLink) {
      setCode(fromLink);
      void send(fromLink);
    }
  }, []);

  return (
    <main class="pairing">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send(code);
        }}
      >
        <h1>{texts.pairTitle}</h1>
        <p>{what}</p>
        <label for="pairing-code">{texts.pairHint}</label>
        <input
          id="pairing-code"
          aria-label={texts.pairCode}
          value={code}
          onInput={(event) => setCode(event.currentTarget.value)}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
        />
        <button type="submit" disabled={busy || code.trim() === ''}>
          {busy ? texts.pairing : texts.pairButton}
        </button>
        <p class="problem" role="alert">
          {problem}
        </p>
      </form>
    </main>
  );
}
