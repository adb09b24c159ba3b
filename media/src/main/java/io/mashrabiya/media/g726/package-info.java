/// G.726 (ITU-T): sound of telephones in 2 to 5 bits a sample, which some older cameras send.
///
/// Decoded here and not by FFmpeg: it is integer arithmetic that no input can lead astray, and a
/// worker process for 8,000 samples a second would cost more than all else.
@NullMarked
package io.mashrabiya.media.g726;

import org.jspecify.annotations.NullMarked;
