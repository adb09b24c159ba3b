/// The measurements: each beside a reference that runs in the same process of measuring, turn by
/// turn with it. Never shipped, and never a timed test. `docs/ref/bench.md` says how each figure
/// comes about and what it does not tell.
package io.mashrabiya.bench;
