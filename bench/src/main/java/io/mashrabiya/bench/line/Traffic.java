package io.mashrabiya.bench.line;

/// What a line has carried, headers counted, without what was lost.
public record Traffic(long bytesToRelay, long bytesFromRelay) {
  /// What was carried since.
  public Traffic since(Traffic before) {
    return new Traffic(bytesToRelay - before.bytesToRelay, bytesFromRelay - before.bytesFromRelay);
  }
}
