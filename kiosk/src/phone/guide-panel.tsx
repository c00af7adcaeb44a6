import type { GuideView } from '@jiaohao/shared/contract/guide.ts';
import { GuideSheet } from '@jiaohao/shared/ui/guide-sheet.tsx';
import { useEffect, useState } from 'preact/hooks';
import { guideWords } from '../kiosk/guide-texts.ts';
import type { PhoneProps } from './phone-props.ts';

/** 一次性告知 on the phone; fetched when it is opened, and noted as told once it is shown. */
export function GuidePanel({ state, actions, version }: PhoneProps & { version: string }) {
  const [guide, setGuide] = useState<GuideView | null>(null);
  const [lost, setLost] = useState(false);
  // Again when a word of it was changed while it is open.
  useEffect(() => {
    let here = true;
    setLost(false);
    actions.guide().then(
      (answer) => here && setGuide(answer),
      () => here && setLost(true),
    );
    return () => {
      here = false;
    };
  }, [version]);
  const language = state.language.value;
  if (guide) return <GuideSheet guide={guide} words={guideWords(language)} language={language} />;
  return <p role="status">{lost ? state.t.value.guideLost : state.c.value.loading}</p>;
}
