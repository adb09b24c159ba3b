package io.mashrabiya.words;

import java.io.IOException;

/// Something outside failed, and a sentence says what.
public class ToldException extends IOException implements Told {
  private static final long serialVersionUID = 1;

  private final transient Sentence words;

  public ToldException(Sentence words) {
    super(words.toString());
    this.words = words;
  }

  public ToldException(Sentence words, Throwable cause) {
    super(words.toString(), cause);
    this.words = words;
  }

  @Override
  public Sentence words() {
    return words;
  }
}
