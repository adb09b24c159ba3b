package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.app.run.UserFolder;
import io.mashrabiya.home.door.DoorClient;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Spoken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// One picture of one camera, from a home that runs on this machine.
@Command(
    name = "snapshot",
    header = "Writes a camera's newest picture to a file.",
    description = "Asks the home that runs on this machine, as the same user.")
public final class SnapshotCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss z", Locale.ENGLISH);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "The camera's name; may be left out where there is one.")
  private @Nullable String camera;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "Where to write it: FILE.jpg or FILE.webp.")
  private Path output = Path.of("");

  @Mixin private ConfigurationOption config = new ConfigurationOption();

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where the home keeps keys and members (default: your data folder).")
  private @Nullable Path data;

  @Override
  public Integer call() throws Exception {
    String format = format();
    DoorClient door = new DoorClient(folder());
    DoorClient.Answer answer = ask(door, format);
    if (!answer.isGiven()) {
      throw new Complaint(Exit.FAILED, answer.words());
    }
    Files.write(output, answer.body());
    spec.commandLine().getOut().println(say("{0}, taken {1}", output, time(answer.taken())));
    return Exit.DONE.code();
  }

  /// In the language of who asked, if it is a time as HTTP writes it.
  private static Spoken time(String taken) {
    try {
      ZonedDateTime time = ZonedDateTime.parse(taken, DateTimeFormatter.RFC_1123_DATE_TIME);
      return tongue -> TIME.withLocale(tongue.locale()).format(time);
    } catch (DateTimeException e) {
      return Sentence.quoted(taken);
    }
  }

  private DoorClient.Answer ask(DoorClient door, String format) throws Complaint {
    try {
      return door.snapshot(Optional.ofNullable(camera), format);
    } catch (IOException e) {
      throw new Complaint(
          Exit.NETWORK,
          say("No home runs from {0}. Start it, or name its folder by --data.", door.folder()),
          e);
    }
  }

  private String format() throws Complaint {
    String name = output.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".webp")) {
      return "webp";
    }
    if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
      return "jpg";
    }
    throw new Complaint(Exit.USAGE, say("--output ends in .jpg or .webp."));
  }

  private Path folder() throws Exception {
    Configuration file = config.read();
    return data == null ? file.data().orElseGet(() -> UserFolder.data("home")) : data;
  }
}
