package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.wire.codec.Words;
import org.jspecify.annotations.Nullable;

/// What people call a household.
public final class HouseholdName {
  /// The same in every language, for it is a name: it must not change with who starts the home.
  private static final String OF_NO_CHOICE = "Our house";

  private HouseholdName() {}

  /// The typed one, else that of the configuration.
  public static String of(@Nullable String typed, Configuration said) throws Complaint {
    String name = typed == null ? said.name().orElse(OF_NO_CHOICE) : typed;
    if (!Words.fit(name)) {
      throw new Complaint(Exit.USAGE, say("--name has 1 to 64 characters."));
    }
    return name;
  }
}
