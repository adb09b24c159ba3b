package io.mashrabiya.media;

import static io.mashrabiya.words.Sentence.quoted;

import io.mashrabiya.words.Sentence;

/// How sound is encoded: what stands in the payload of one [Frame] of it.
public enum SoundCodec {
  /// One Opus packet (RFC 6716).
  OPUS("Opus"),
  /// One access unit of AAC (ISO/IEC 14496-3, `raw_data_block`), without ADTS or LATM around it.
  AAC("AAC"),
  /// Samples of G.711 mu-law, one byte each.
  PCMU("G.711 (mu-law)"),
  /// Samples of G.711 A-law, one byte each.
  PCMA("G.711 (A-law)");

  private final String called;

  SoundCodec(String called) {
    this.called = called;
  }

  /// What people and cameras' own settings call it.
  public Sentence words() {
    return quoted(called);
  }
}
