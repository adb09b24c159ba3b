/// The worker's side of the native door: the process in which FFmpeg runs.
@NullMarked
package io.mashrabiya.media.worker.child;

import org.jspecify.annotations.NullMarked;
