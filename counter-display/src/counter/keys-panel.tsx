import { Fragment } from 'preact';
import { type Texts, texts } from './texts.ts';

const ROWS: readonly { keys: readonly string[]; does: keyof Texts['keys'] }[] = [
  { keys: ['Enter'], does: 'primary' },
  { keys: ['*'], does: 'recall' },
  { keys: ['.'], does: 'finish' },
  { keys: ['1–5'], does: 'outcome' },
  { keys: ['9'], does: 'no-show' },
  { keys: ['+'], does: 'call' },
  { keys: ['7'], does: 'return' },
  { keys: ['0', 'F9'], does: 'pause' },
  { keys: ['-', 'Esc'], does: 'back' },
  { keys: ['F2'], does: 'keys' },
  { keys: ['F3'], does: 'guide' },
  { keys: ['Esc'], does: 'menu' },
];

/** Every key there is. */
export function KeysPanel() {
  const t = texts.value;
  return (
    <>
      <p>{t.keysHint}</p>
      <dl class="key-list">
        {ROWS.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key, index) => (
                <Fragment key={key}>
                  {index > 0 && ` ${t.or} `}
                  <kbd class="kbd">{key}</kbd>
                </Fragment>
              ))}
            </dt>
            <dd>{t.keys[does]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
