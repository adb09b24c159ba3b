/// FFmpeg's libraries, by JavaCPP. No other room names a type of theirs.
///
/// It decodes in the process that calls. What comes from a camera is for a worker process therefore
/// ([io.mashrabiya.media.worker]); called directly, it encodes and decodes what we drew ourselves.
///
/// Every object here that holds native memory is [AutoCloseable] and belongs to one thread at a
/// time: it may be handed on, never shared. Each return code is checked. There are no callbacks
/// into Java, because an exception thrown in one ends the process.
@NullMarked
package io.mashrabiya.media.ffmpeg;

import org.jspecify.annotations.NullMarked;
