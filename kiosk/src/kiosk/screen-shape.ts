import { signal } from '@preact/signals';

const wide = window.matchMedia('(orientation: landscape)');

/** Whether the kiosk stands on its side (1920×1080) rather than upright (1080×1920). */
export const landscape = signal(wide.matches);

// `addListener`: a MediaQueryList takes `addEventListener` in Chrome 80 already, in older WebKit not.
wide.addListener(() => {
  landscape.value = wide.matches;
});
