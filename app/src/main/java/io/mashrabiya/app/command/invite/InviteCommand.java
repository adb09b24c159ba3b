package io.mashrabiya.app.command.invite;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.command.ConfigurationOption;
import io.mashrabiya.app.command.camera.RunningHome;
import io.mashrabiya.app.terminal.LinkPicture;
import io.mashrabiya.home.door.DoorClient;
import io.mashrabiya.home.door.InviteReply;
import io.mashrabiya.home.door.InviteWish;
import io.mashrabiya.home.door.InviteWish.Given;
import io.mashrabiya.wire.right.Hours;
import io.mashrabiya.wire.right.Week;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// An invite from the home that runs on this machine: also for a household that has lost all its
/// devices.
@Command(
    name = "invite",
    header = "Makes a pairing link for one more device, with what it may and for how long.",
    description = {
      "Asks the home that runs on this machine, as the same user; no device of the household is needed.",
      "Without options the newcomer may everything, also invite others."
    })
public final class InviteCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigurationOption configuration = new ConfigurationOption();
  @Mixin private RunningHome home = new RunningHome();

  @Option(
      names = "--rights",
      paramLabel = "RIGHTS",
      description =
          "What it may: view,listen,talk,manage, or some of them (default: all; view where it is limited below).")
  private @Nullable String rights;

  @Option(
      names = "--camera",
      paramLabel = "NAME",
      description =
          "Only at this camera; may be repeated (default: at every one, also those to come).")
  private List<String> cameras = List.of();

  @Option(
      names = "--until",
      paramLabel = "WHEN",
      description =
          "The last day of a guest: 2026-12-24 or sunday; or how long, as 3d or 12h (default: for good).")
  private @Nullable String until;

  @Option(
      names = "--hours",
      paramLabel = "HOURS",
      description =
          "Only in these hours of each week, by this machine's clock, as 'mon-fri 8-16' or 'daily 22-6:30'; may be repeated.")
  private List<String> hours = List.of();

  @Option(
      names = "--good-for",
      paramLabel = "TIME",
      defaultValue = "10m",
      description = "How long the link lets a device in: 1m to 7d (default: 10m).")
  private String goodFor = "10m";

  @Option(names = "--link-only", description = "For programs: prints the link and nothing else.")
  private boolean linkOnly;

  @Override
  public Integer call() throws Exception {
    refuseOptionsOfHome();
    Clock clock = Clock.system(ZoneId.systemDefault());
    InviteWish wish = wish(clock);
    switch (ask(home.door(configuration.read()), wish)) {
      case InviteReply.Refused(var words) -> throw new Complaint(Exit.FAILED, words);
      case InviteReply.Made made -> print(wish, made, clock);
    }
    return Exit.DONE.code();
  }

  private InviteWish wish(Clock clock) throws Complaint {
    List<Hours> week = new ArrayList<>();
    for (String each : hours) {
      week.add(HoursInWords.read(each));
    }
    if (week.size() > Week.MAX_HOURS) {
      throw new Complaint(Exit.USAGE, say("--hours is said {0} times at most.", Week.MAX_HOURS));
    }
    Optional<Given> given =
        rights == null ? Optional.empty() : Optional.of(RightsInWords.read(rights));
    return new InviteWish(
        TimeInWords.span("--good-for", goodFor),
        given,
        cameras,
        until == null ? Optional.empty() : Optional.of(TimeInWords.until(until, clock)),
        new Week(week));
  }

  private static InviteReply ask(DoorClient door, InviteWish wish) throws Complaint {
    try {
      return door.invite(wish);
    } catch (IOException e) {
      throw new Complaint(
          Exit.NETWORK,
          say(
              "No home runs from {0}. Start it with `mashrabiya home` or `mashrabiya serve`, or name its folder by --data.",
              door.folder()),
          e);
    }
  }

  private void print(InviteWish wish, InviteReply.Made made, Clock clock) {
    PrintWriter out = spec.commandLine().getOut();
    if (linkOnly) {
      out.println(made.link());
      return;
    }
    InviteInWords.of(wish, made.until(), clock.getZone()).forEach(out::println);
    out.println();
    out.println("  " + made.link());
    LinkPicture.of(made.link()).ifPresent(out::print);
    out.flush();
  }

  /// Options before the subcommand would be another command's: `--data` there would name the folder
  /// of no home, and the invite would be of another household.
  private void refuseOptionsOfHome() throws Complaint {
    ParseResult before = spec.commandLine().getParent().getParseResult();
    boolean isSaid = before.matchedArgs().stream().anyMatch(argument -> !argument.inherited());
    if (isSaid) {
      throw new Complaint(
          Exit.USAGE,
          say(
              "Write `home invite` first and all else behind it: what stands before is not for it."));
    }
  }
}
