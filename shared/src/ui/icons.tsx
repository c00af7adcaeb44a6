import type { ComponentChildren } from 'preact';

/** Line icons on a 48 grid, drawn in the text's colour. Decorative: the words stand beside them. */
function Icon({
  size = 48,
  width = 3.5,
  children,
}: {
  size?: number;
  width?: number;
  children: ComponentChildren;
}) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 48 48"
      fill="none"
      stroke="currentColor"
      stroke-width={width}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

interface Size {
  size?: number;
}

export const ArrowIcon = ({ size }: Size) => (
  <Icon size={size} width={4}>
    <path d="M6 24h34M27 11l13 13-13 13" />
  </Icon>
);
export const BackIcon = ({ size }: Size) => (
  <Icon size={size} width={4}>
    <path d="M42 24H8M21 11 8 24l13 13" />
  </Icon>
);
export const GlobeIcon = ({ size }: Size) => (
  <Icon size={size} width={3}>
    <circle cx="24" cy="24" r="18" />
    <path d="M6 24h36M24 6c6 5 8 11 8 18s-2 13-8 18c-6-5-8-11-8-18s2-13 8-18z" />
  </Icon>
);
export const TextSizeIcon = ({ size }: Size) => (
  <Icon size={size}>
    <path d="M6 38 17 10l11 28M10 29h14M30 38l6-15 6 15M32 33h8" />
  </Icon>
);
export const ContrastIcon = ({ size }: Size) => (
  <Icon size={size} width={3}>
    <circle cx="24" cy="24" r="18" />
    <path d="M24 6a18 18 0 0 1 0 36z" fill="currentColor" />
  </Icon>
);
export const LowPositionIcon = ({ size }: Size) => (
  <Icon size={size}>
    <circle cx="20" cy="8" r="4" />
    <path d="M20 14v14h12l6 12M20 20h10M15 22a11 11 0 1 0 14 15" />
  </Icon>
);
export const HelpIcon = ({ size }: Size) => (
  <Icon size={size}>
    <circle cx="24" cy="24" r="18" />
    <path d="M18.5 19a5.5 5.5 0 1 1 7.5 5c-1.5.8-2 2-2 4" />
    <circle cx="24" cy="34" r=".6" fill="currentColor" />
  </Icon>
);
export const PriorityIcon = ({ size }: Size) => (
  <Icon size={size}>
    <path d="m24 6 5.4 11.6 12.6 1.6-9.3 8.7 2.5 12.5L24 34.2l-11.2 6.2 2.5-12.5L6 19.2l12.6-1.6z" />
  </Icon>
);
export const CheckIcon = ({ size }: Size) => (
  <Icon size={size} width={4}>
    <path d="M8 25l11 11L40 13" />
  </Icon>
);
export const WarningIcon = ({ size }: Size) => (
  <Icon size={size}>
    <path d="M24 7 43 40H5z" />
    <path d="M24 20v9" />
    <circle cx="24" cy="34.5" r=".6" fill="currentColor" />
  </Icon>
);
export const SoundIcon = ({ size }: Size) => (
  <Icon size={size}>
    <path d="M8 19h7l10-8v26l-10-8H8zM32 18a9 9 0 0 1 0 12M37 12a17 17 0 0 1 0 24" />
  </Icon>
);
export const SoundOffIcon = ({ size }: Size) => (
  <Icon size={size}>
    <path d="M8 19h7l10-8v26l-10-8H8zM33 19l10 10M43 19 33 29" />
  </Icon>
);
