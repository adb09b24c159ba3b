package io.mashrabiya.relay.console;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Transcript;

/// Why an order is not carried out, as it crosses to the operator's command (docs/ref/relay.md): in
/// English, and for whoever reads another language in its parts.
record Refusal(Sentence words) {
  private static final String WORDS = "words";
  private static final String SAID = "said";

  byte[] bytes() {
    return Json.object()
        .put(WORDS, words.toString())
        .put(SAID, Transcript.of(words), Json.Text::new)
        .build()
        .bytes();
  }

  static Refusal read(byte[] text) throws Malformed {
    return Fields.read("relay-refusal", text, Refusal::read);
  }

  private static Refusal read(Fields fields) throws Malformed {
    fields.text(WORDS); // the other says the same
    return new Refusal(
        Transcript.read(fields.texts(SAID, Transcript.MOST_TEXTS))
            .orElseThrow(() -> fields.malformed(SAID)));
  }
}
