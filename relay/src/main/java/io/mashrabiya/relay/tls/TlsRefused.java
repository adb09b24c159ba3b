package io.mashrabiya.relay.tls;

import java.io.IOException;

/// A certificate and key that cannot be used. The message is a sentence for people that says what
/// to do, without anything of the content.
public final class TlsRefused extends IOException {
  private static final long serialVersionUID = 1;

  TlsRefused(String message) {
    super(message);
  }
}
