package io.mashrabiya.relay.tls;

import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.ToldException;

/// A certificate and key that cannot be used. It says what to do, without anything of the content.
public final class TlsRefused extends ToldException {
  private static final long serialVersionUID = 1;

  TlsRefused(Sentence words) {
    super(words);
  }
}
