import { createDevice } from '@jiaohao/shared/client/device.ts';
import { Pairing } from '@jiaohao/shared/ui/pairing.tsx';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { CounterPad } from './counter-pad.tsx';
import { tongues } from './texts.ts';

const { first } = tongues(navigator.languages);

/** The pad: paired once, then it belongs to its counter. */
export function App() {
  const device = useMemo(() => createDevice('counter-pad'), []);
  const revoked = useSignal(false);
  const token = device.token.value;
  document.documentElement.lang = first.language;
  if (token === null) {
    return (
      <Pairing
        device={device}
        texts={first.common}
        what={revoked.value ? first.common.revoked : first.pad.pairWhat}
      />
    );
  }
  return (
    <CounterPad
      key={token}
      token={token}
      onRevoked={() => {
        revoked.value = true;
        device.forget();
      }}
    />
  );
}
