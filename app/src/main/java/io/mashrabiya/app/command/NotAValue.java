package io.mashrabiya.app.command;

import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Told;
import picocli.CommandLine.TypeConversionException;

/// What was typed is no value of its option.
final class NotAValue extends TypeConversionException implements Told {
  private static final long serialVersionUID = 1;

  private final transient Sentence remedy;

  /// @param remedy what to write instead; does not repeat what was typed
  NotAValue(Sentence remedy) {
    super(remedy.toString());
    this.remedy = remedy;
  }

  @Override
  public Sentence words() {
    return remedy;
  }
}
