/// The native door: FFmpeg behind one small interface, in a worker process that may crash, hang or
/// swell on a crafted picture without the home noticing more than a picture that was not made.
///
/// [io.mashrabiya.media.worker.NativeDoor] is the interface and
/// [io.mashrabiya.media.worker.WorkerDoor] what stands behind it. What the two processes say to
/// each other is in `message`, the worker's own side in `child`.
@NullMarked
package io.mashrabiya.media.worker;

import org.jspecify.annotations.NullMarked;
