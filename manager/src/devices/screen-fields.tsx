import type { Zone } from '@jiaohao/shared/contract/hall.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { type Signal, signal } from '@preact/signals';
import { language } from '../language.ts';
import { useLoaded } from '../load.ts';
import { Field, Select } from '../parts/field.tsx';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';

/** What a hall screen is set to, as the form holds it: '' is the whole hall, and the usual overscan. */
export interface ScreenForm {
  zoneId: Signal<string>;
  speaks: Signal<string>;
  overscan: Signal<string>;
}

export const screenForm = (
  of: { zoneId: string | null; speaks: boolean; overscan: number | null } | null,
): ScreenForm => ({
  zoneId: signal(of?.zoneId ?? ''),
  speaks: signal(of?.speaks === false ? 'no' : 'yes'),
  overscan: signal(of?.overscan == null ? '' : String(of.overscan)),
});

/** The same as the hub takes it. */
export function screenSettings({ zoneId, speaks, overscan }: ScreenForm) {
  const cut = overscan.value.trim().replace(',', '.');
  return {
    zoneId: zoneId.value === '' ? null : zoneId.value,
    speaks: speaks.value === 'yes',
    overscan: cut === '' ? null : Number(cut),
  };
}

export const useZones = () => useLoaded(() => hub.get<{ zones: Zone[] }>('/api/settings/zones'), []);

export function ScreenFields({ form, zones }: { form: ScreenForm; zones: readonly Zone[] }) {
  const t = texts.value;
  return (
    <>
      {zones.length > 0 && (
        <Select
          id="screen-zone"
          label={t.screenZone}
          value={form.zoneId.value}
          choices={[
            { value: '', label: t.wholeHall },
            ...zones.map(({ id, name }) => ({ value: id, label: words(name, language.value) })),
          ]}
          onChange={(value) => {
            form.zoneId.value = value;
          }}
        />
      )}
      <Select
        id="screen-voice"
        label={t.screenVoice}
        value={form.speaks.value}
        choices={[
          { value: 'yes', label: t.screenMaySpeak },
          { value: 'no', label: t.screenSilent },
        ]}
        onChange={(value) => {
          form.speaks.value = value;
        }}
      />
      <Field
        id="screen-overscan"
        label={t.screenOverscan}
        hint={t.screenOverscanHint}
        value={form.overscan}
        required={false}
        pattern="([0-9]([.,][0-9])?|10)"
        maxLength={4}
      />
    </>
  );
}
