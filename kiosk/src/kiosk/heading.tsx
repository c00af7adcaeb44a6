import { words } from '@jiaohao/shared/i18n/words.ts';
import { BackIcon } from '@jiaohao/shared/ui/icons.tsx';
import type { KioskState } from './kiosk-state.ts';

/** A long title breaks after its comma or colon, never within a date. */
const inWholes = (title: string) =>
  title.match(/.+?(?:，|: |$)/g)?.map((part) => (
    <span key={part} class="whole">
      {part}
    </span>
  ));

/** A screen's title and hint; while no number can be had, they say so in the same place: nothing jumps. */
export function Heading({
  state,
  title,
  hint,
  back,
}: {
  state: KioskState;
  title: string;
  hint: string;
  back?: { label: string; go: () => void };
}) {
  const t = state.t.value;
  const blocked = state.blocked.value;
  const language = state.comfort.language.value;
  const first = state.menu.value?.priorityClasses.find(({ id }) => id === state.priority.value);
  const said = {
    title: blocked === null || back ? title : blocked === 'hub-lost' ? t.hubLostTitle : t.heldTitle,
    hint:
      blocked === null && first
        ? t.priorityChosen({ name: words(first.name, language), document: words(first.document, language) })
        : blocked === null
          ? hint
          : blocked === 'hub-lost'
            ? t.hubLostHint
            : t.heldHint,
  };
  return (
    <div class="heading" data-blocked={blocked ?? 'no'}>
      {back && (
        <button type="button" class="back" onClick={back.go}>
          <BackIcon />
          <span>{back.label}</span>
        </button>
      )}
      <div class="said" role={blocked === null ? undefined : 'alert'}>
        <h1>{inWholes(said.title)}</h1>
        <p data-priority={first !== undefined}>{said.hint}</p>
      </div>
    </div>
  );
}
