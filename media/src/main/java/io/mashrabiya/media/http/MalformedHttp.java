package io.mashrabiya.media.http;

import io.mashrabiya.words.Sentence;
import java.io.IOException;

/// A camera sent something that is no HTTP, or more of it than is taken. It never leaves this
/// package: [HttpOutcome.Malformed] tells of it.
final class MalformedHttp extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Sentence production;
  private final long offset;

  /// @param production what should have stood there
  /// @param offset where, in bytes from the beginning of what was read
  MalformedHttp(Sentence production, long offset) {
    super(production.toString());
    this.production = production;
    this.offset = offset;
  }

  Sentence production() {
    return production;
  }

  long offset() {
    return offset;
  }
}
