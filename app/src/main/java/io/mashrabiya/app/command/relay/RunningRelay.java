package io.mashrabiya.app.command.relay;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.command.ConfigurationOption;
import io.mashrabiya.app.config.ConfigurationFault;
import io.mashrabiya.app.run.UserFolder;
import io.mashrabiya.relay.console.ConsoleClient;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The relay that runs on this machine, at its socket.
final class RunningRelay {
  @Mixin private ConfigurationOption configuration = new ConfigurationOption();

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "The relay's folder (default: that of the configuration, or your data folder).")
  private @Nullable Path data;

  /// What it answers to a question.
  byte[] get(String target) throws Complaint, ConfigurationFault {
    Path folder = folder();
    try {
      return ConsoleClient.in(folder).get(target);
    } catch (IOException e) {
      throw complaint(folder, e);
    }
  }

  /// What it answers to an order, when that is carried out.
  byte[] post(String target) throws Complaint, ConfigurationFault {
    Path folder = folder();
    try {
      return ConsoleClient.in(folder).post(target);
    } catch (IOException e) {
      throw complaint(folder, e);
    }
  }

  /// Decides about a household.
  ///
  /// @return how it stands now
  String decide(String order, String typed) throws Complaint, ConfigurationFault {
    byte[] answer = post("/" + order + "?household=" + household(typed));
    return read(answer, fields -> fields.text("standing"));
  }

  /// How an answer is read.
  @FunctionalInterface
  interface Reading<T> {
    T read(Fields fields) throws Malformed;
  }

  static <T> T read(byte[] answer, Reading<T> reading) throws Complaint {
    try {
      return reading.read(Fields.parse("relay", answer));
    } catch (Malformed e) {
      throw new Complaint(Exit.FAILED, say("The relay that runs there is of another version."), e);
    }
  }

  private Path folder() throws ConfigurationFault {
    return data == null
        ? configuration.read().relayData().orElseGet(() -> UserFolder.data("relay"))
        : data;
  }

  private static HouseholdId household(String typed) throws Complaint {
    try {
      return HouseholdId.parse(typed);
    } catch (Malformed e) {
      throw new Complaint(
          Exit.USAGE,
          say(
              "Name a household by its id, 32 letters and digits; `mashrabiya relay households` lists them."),
          e);
    }
  }

  private static Complaint complaint(Path folder, IOException e) {
    return switch (e) {
      case ConsoleClient.Declined declined ->
          new Complaint(Exit.FAILED, declined.words(), declined);
      default ->
          new Complaint(
              Exit.FAILED,
              say(
                  "No relay runs from {0}, or it does not answer. `mashrabiya relay` starts one; --data names another folder.",
                  folder),
              e);
    };
  }
}
