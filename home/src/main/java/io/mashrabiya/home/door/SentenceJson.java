package io.mashrabiya.home.door;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Transcript;

/// A sentence in JSON, for programs that read English and for people who may read another language
/// (docs/ref/data-folder.md).
final class SentenceJson {
  private static final String WORDS = "words";
  private static final String SAID = "said";

  private SentenceJson() {}

  static JsonBuilder put(Sentence sentence, JsonBuilder into) {
    return into.put(WORDS, sentence.toString()).put(SAID, Transcript.of(sentence), Json.Text::new);
  }

  static Sentence read(Fields fields) throws Malformed {
    fields.text(WORDS); // the other says the same
    return Transcript.read(fields.texts(SAID, Transcript.MOST_TEXTS))
        .orElseThrow(() -> fields.malformed(SAID));
  }
}
