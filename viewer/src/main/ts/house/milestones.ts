/**
 * How far a tab has come on the way to its first picture. Each is marked once, as `mashrabiya:NAME` in the worker's
 * User Timing (W3C), where a browser's own profiler and the bench read it; nothing here depends on it.
 */
export type Milestone =
  /** The page named a household. */
  | "asked"
  /** What was kept of it is read and proven. */
  | "known"
  /** The relay let this device in. */
  | "linked"
  /** The home opened a session. */
  | "opened"
  /** A key frame of the camera was let in. */
  | "proven"
  /** A picture of the camera, not a still, was painted. */
  | "painted";

const reached = new Set<Milestone>();

export function reach(milestone: Milestone): void {
  if (reached.has(milestone)) return;
  reached.add(milestone);
  performance.mark(`mashrabiya:${milestone}`);
}
