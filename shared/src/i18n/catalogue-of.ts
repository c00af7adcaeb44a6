/**
 * A catalogue section in another language: the same keys, each a text or a function of the same parameters.
 * `en/kiosk.ts` is typed `CatalogueOf<typeof zhKiosk>`, so a missing key does not compile.
 */
export type CatalogueOf<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : CatalogueOf<T[K]>;
};

/** Some of a catalogue's entries. */
export type PartOf<T> = {
  [K in keyof T]?: T[K] extends string | ((...args: never[]) => string) ? T[K] : PartOf<T[K]>;
};
