import { Fragment } from 'preact';
import { type Texts, texts } from './texts.ts';

const ROWS: readonly {
  keys: readonly string[];
  does: keyof Texts['keys'] | keyof Texts['moves']['keys'] | 'relieve' | 'change';
}[] = [
  { keys: ['Enter'], does: 'primary' },
  { keys: ['*'], does: 'recall' },
  { keys: ['.'], does: 'finish' },
  { keys: ['1–5'], does: 'outcome' },
  { keys: ['9'], does: 'no-show' },
  { keys: ['/'], does: 'transfer' },
  { keys: ['-'], does: 'park' },
  { keys: ['-', '⌫'], does: 'undo' },
  { keys: ['+'], does: 'call' },
  { keys: ['*'], does: 'here' },
  { keys: ['+'], does: 'add-service' },
  { keys: ['6', 'F7'], does: 'walk-in' },
  { keys: ['6', 'F4'], does: 'change-service' },
  { keys: ['7'], does: 'return' },
  { keys: ['8', 'F8'], does: 'resume-ticket' },
  { keys: ['8', 'F6'], does: 'reprint' },
  { keys: ['0', 'F9'], does: 'pause' },
  { keys: ['0 *'], does: 'relieve' },
  { keys: ['0 /'], does: 'change' },
  { keys: ['-', 'Esc'], does: 'back' },
  { keys: ['F1'], does: 'help' },
  { keys: ['F2'], does: 'keys' },
  { keys: ['F3'], does: 'guide' },
  { keys: ['F10'], does: 'priority' },
  { keys: ['Esc'], does: 'menu' },
];

/** Every key there is. */
export function KeysPanel() {
  const t = texts.value;
  const words = { ...t.keys, ...t.moves.keys, relieve: t.relief.key, change: t.change.key };
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
            <dd>{words[does]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
