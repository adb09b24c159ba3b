/// Pictures and sound, knowing nothing of households.
///
/// [io.mashrabiya.media.Frame] is the one type that carries media inside the home. Each protocol
/// adds at most one source, which makes frames, and one sink, which takes them
/// ([io.mashrabiya.media.FrameSink]).
package io.mashrabiya.media;
