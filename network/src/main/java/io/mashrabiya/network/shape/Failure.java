package io.mashrabiya.network.shape;

/// A while in which a line does not work. Times are nanoseconds since the line began.
public record Failure(long beginNanos, long endNanos) {}
