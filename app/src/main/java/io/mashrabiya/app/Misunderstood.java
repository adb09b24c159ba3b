package io.mashrabiya.app;

import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Told;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// What is wrong with a command line, where a command itself finds that.
public final class Misunderstood extends ParameterException implements Told {
  private static final long serialVersionUID = 1;

  private final transient Sentence words;

  public Misunderstood(CommandLine command, Sentence words) {
    super(command, words.toString());
    this.words = words;
  }

  @Override
  public Sentence words() {
    return words;
  }
}
