/** What every snapshot carries: the hub's build, its time, and a version that only grows. */
export interface Frame {
  build: string;
  now: number;
  version: number;
}
