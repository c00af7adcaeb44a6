import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import type { Command, Secondary } from './commands.ts';
import { Kbd } from './kbd.tsx';
import { pauseChoices, type Wish } from './panel.ts';
import { language, texts } from './texts.ts';

export function PausePanel({
  view,
  can,
  onWish,
}: {
  view: CounterView;
  can: ReadonlySet<Secondary>;
  onWish: (wish: Wish) => void;
}) {
  const name = (command: Command) =>
    command.name === 'pause'
      ? words(view.rules.pauseReasons.find((reason) => reason.id === command.reason)?.name, language.value)
      : texts.value.commands.close;
  return (
    <>
      <p>{texts.value.pauseHint}</p>
      <ol class="choices">
        {pauseChoices({ view, can }).map((command, index) => (
          <li key={command.name === 'pause' ? command.reason : command.name}>
            <button type="button" onClick={() => onWish({ kind: 'command', command })}>
              <Kbd>{index + 1}</Kbd>
              <span>{name(command)}</span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
