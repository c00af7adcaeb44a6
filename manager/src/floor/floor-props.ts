import type { HallView } from '@jiaohao/shared/contract/screens.ts';

/** What the dialog of an action is given. */
export interface FloorProps {
  view: HallView;
  onClose: () => void;
}
