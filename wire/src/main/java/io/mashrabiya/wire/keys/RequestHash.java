package io.mashrabiya.wire.keys;

import io.mashrabiya.wire.codec.FixedBytes;

/// SHA-256 of a request's exact text: what its answer names, and what a session is called by.
public final class RequestHash extends FixedBytes {
  public static final int SIZE_BYTES = 32;

  public RequestHash(byte[] bytes) {
    super(bytes, SIZE_BYTES);
  }

  public static RequestHash of(String request) {
    return new RequestHash(Sha256.of(request));
  }
}
