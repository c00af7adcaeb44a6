import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import type { HallDirectory } from './hall-directory.ts';
import { Kbd } from './kbd.tsx';
import type { Wish } from './panel.ts';
import { serviceCommand } from './panel-commands.ts';
import { PickList } from './pick-list.tsx';
import { meantService, plannedTurn, type ServiceEntry, servicesFor } from './service-entry.ts';
import { language, texts } from './texts.ts';

/** Picking a service by its number or letter. */
export function ServicePanel({
  entry,
  view,
  hall,
  onWish,
}: {
  entry: ServiceEntry;
  view: CounterView;
  hall: HallDirectory | null;
  onWish: (wish: Wish) => void;
}) {
  const t = texts.value;
  const meant = meantService(entry, view, hall);
  const command = meant && serviceCommand(entry, meant, view);
  const planned = (id: string) => entry.purpose === 'add-service' && plannedTurn(view, id) !== null;
  return (
    <>
      <p>{t.moves.services[entry.purpose].hint}</p>
      <PickList
        typed={meant ? String(meant.number) : entry.typed}
        list={servicesFor(entry, view, hall)}
        label={t.moves.services.list}
        waiting={hall === null}
        describe={(line) => (
          <>
            <b>{line.letter}</b>
            <span>{words(line.name, language.value)}</span>
            <em>
              {line.barred
                ? t.moves.services.inHand
                : planned(line.id)
                  ? t.moves.services.planned
                  : t.moves.people(line.waiting)}
            </em>
          </>
        )}
        onPick={({ number }) =>
          onWish({
            kind: 'panel',
            panel: { kind: 'service', entry: { ...entry, typed: String(number) } },
          })
        }
      />
      {entry.purpose === 'change-service' && (
        <button
          type="button"
          class="plain aside-move"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onWish({ kind: 'panel', panel: { kind: 'priority', entry: { waits: false } } })}
        >
          <span>{t.moves.commands.priority}</span> <Kbd>*</Kbd>
        </button>
      )}
      <button
        type="button"
        class="go"
        disabled={command === null}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => command && onWish({ kind: 'command', command })}
      >
        <span>
          {command && meant
            ? t.moves.services.send[command.name as keyof typeof t.moves.services.send]({
                number: view.ticket?.number ?? '',
                service: words(meant.name, language.value),
              })
            : t.confirmNumber}
        </span>
        <Kbd>Enter</Kbd>
      </button>
    </>
  );
}
