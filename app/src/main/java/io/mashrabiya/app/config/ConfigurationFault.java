package io.mashrabiya.app.config;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Told;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What is wrong with a configuration file: where, and what to write instead. It repeats no value,
/// which may be a password.
public final class ConfigurationFault extends Exception implements Told {
  private static final long serialVersionUID = 1;

  private final transient Sentence words;

  /// @param line from 1; 0 when it is about the whole file
  /// @param key the key at fault, as a path like `cameras[2].url`; null when it is about the whole
  ///   file
  public ConfigurationFault(Path file, int line, @Nullable String key, Sentence remedy) {
    this(
        key == null || key.isEmpty()
            ? say("{0}: {1}", place(file, line), remedy)
            : say("{0}: {1}: {2}", place(file, line), key, remedy));
  }

  private ConfigurationFault(Sentence words) {
    super(words.toString(), null, false, false);
    this.words = words;
  }

  private static String place(Path file, int line) {
    return line > 0 ? file + ":" + line : file.toString();
  }

  @Override
  public Sentence words() {
    return words;
  }
}
