import { tick } from '@jiaohao/shared/client/hub-clock.ts';
import type { DeviceKind } from '@jiaohao/shared/contract/session.ts';
import { useEffect, useRef } from 'preact/hooks';
import { texts } from '../texts.ts';
import { isOwnMachine, pairingLink, VALID_MS } from './pairing.ts';

export interface FreshCode {
  deviceId: string;
  name: string;
  kind: DeviceKind;
  code: string;
  madeAt: number;
}

/** A new code, large enough to read across the room, and its link; counts down, and says when it was used. */
export function PairingPanel({
  fresh,
  paired,
  onClose,
}: {
  fresh: FreshCode;
  paired: boolean;
  onClose: () => void;
}) {
  const t = texts.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [fresh.code]);
  const left = fresh.madeAt + VALID_MS - tick.value;
  const link = pairingLink(location.origin, fresh.kind, fresh.code);
  return (
    <section class="panel pairing-panel" aria-labelledby="pairing-title">
      <h2 id="pairing-title" tabIndex={-1} ref={heading}>
        {t.pairingTitle({ name: fresh.name })}
      </h2>
      {paired ? (
        <p class="paired" role="status">
          {t.pairingDone}
        </p>
      ) : left <= 0 ? (
        <p class="problem" role="alert">
          {t.pairingOver}
        </p>
      ) : (
        <>
          <p>{t.pairingHow}</p>
          <dl>
            <dt>{t.pairingLink}</dt>
            <dd class="link">{link}</dd>
            <dt>{t.pairingCode}</dt>
            <dd class="code">{fresh.code}</dd>
          </dl>
          <p>
            {left < 60_000 ? t.pairingSoon : t.pairingValid({ minutes: Math.floor(left / 60_000) })}
            {isOwnMachine(location.hostname) && ` ${t.pairingLocalhost}`}
          </p>
        </>
      )}
      <button type="button" class="plain" onClick={onClose}>
        {t.common.close}
      </button>
    </section>
  );
}
