import type { HallInfo } from '@jiaohao/shared/contract/hall.ts';
import { language } from '../language.ts';
import { Field } from '../parts/field.tsx';
import { texts } from '../texts.ts';
import { type GuideDraft, isList, ORDER, textId } from './guide-draft.ts';
import { GuideRows } from './guide-rows.tsx';
import { GuideText } from './guide-text.tsx';
import { guideWords } from './guide-texts.ts';

const FEES = ['unsaid', 'free', 'charged'] as const;

/** Everything that a guide may say, under the headings that people read. */
export function GuideForm({ draft, hall }: { draft: GuideDraft; hall: HallInfo }) {
  const t = texts.value.setup.guides;
  const { languages } = hall;
  const headings = guideWords(language.value);
  const titles = { ...headings, bring: t.bring, where: t.where, complaintPhone: headings.complaints };

  const field = (name: (typeof ORDER)[number]) => {
    if (isList(name))
      return <GuideRows list={name} title={titles[name]} draft={draft} languages={languages} />;
    if (name === 'complaintPhone')
      return (
        <Field
          id="guide-complaints"
          label={t.phoneNumber}
          value={draft.complaintPhone}
          required={false}
          maxLength={60}
        />
      );
    if (name === 'fee')
      return (
        <>
          <fieldset class="quick" aria-labelledby="guide-fee-title">
            {FEES.map((fee) => (
              <button
                key={fee}
                type="button"
                aria-pressed={draft.fee.value === fee}
                onClick={() => {
                  draft.fee.value = fee;
                }}
              >
                {t.fees[fee]}
              </button>
            ))}
          </fieldset>
          {draft.fee.value !== 'unsaid' && (
            <GuideText
              id={textId('standard')}
              name={t.standards[draft.fee.value]}
              languages={languages}
              value={draft.standard}
            />
          )}
        </>
      );
    return (
      <GuideText id={textId(name)} name={titles[name]} languages={languages} value={draft.texts[name]} />
    );
  };
  const hints = { ...t.hints, complaintPhone: t.complaintHint({ phone: hall.complaintPhone ?? '' }) };

  return (
    <>
      {ORDER.map((name) => (
        <section key={name} class="guide-part" aria-labelledby={`guide-${name}-title`}>
          <h3 id={`guide-${name}-title`}>{titles[name]}</h3>
          {name in hints && <p class="field-hint">{hints[name as keyof typeof hints]}</p>}
          {field(name)}
        </section>
      ))}
    </>
  );
}
