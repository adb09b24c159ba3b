package io.mashrabiya.app.command.recovery;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.terminal.Layout;
import io.mashrabiya.home.authority.Member;
import io.mashrabiya.home.store.Backup;
import io.mashrabiya.home.store.Recovery;
import io.mashrabiya.wire.ids.DeviceId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Shows the devices of a household that is restored to its owner, and learns which of them stay.
final class DeviceChoice {
  private static final String ALL = "all";
  private static final String NONE = "none";
  private static final int LEAST_OF_AN_ID = 6;
  private static final int MOST_TYPED = 4_096;

  private final Recovery recovery;
  private final List<Member> devices;
  private final PrintWriter out;

  DeviceChoice(Recovery recovery, PrintWriter out) {
    this.recovery = recovery;
    this.devices = recovery.devices();
    this.out = out;
  }

  /// Lists them with all that is known of what came later.
  void show(Optional<Backup> backup) {
    out.println(say("Household {0}, {1}", recovery.household(), recovery.name()));
    backup.ifPresent(from -> out.println(say("The backup is of {0}.", date(from.made()))));
    if (devices.isEmpty()) {
      out.println(say("No device is known here: each is paired again by a link of the home."));
    } else {
      out.println(say("Its devices, as they are known here:"));
    }
    for (int i = 0; i < devices.size(); i++) {
      show(i + 1, devices.get(i));
    }
    for (DeviceId later : recovery.cameLater()) {
      out.println(
          Layout.indented(
              say("Came after this copy was made, and is to be paired again: {0}", later)));
    }
    out.println();
    out.flush();
  }

  private void show(int number, Member device) {
    out.println(
        Layout.indented(
            say(
                "{0}  {1}, there since {2}, last seen {3}",
                number, device.name(), date(device.enrolled()), date(device.lastSeen()))));
    out.println("     " + device.device());
    if (recovery.isMissingLater(device.device())) {
      out.print("   ");
      out.println(
          Layout.indented(say("REMOVED after this copy was made, as another device shows")));
    }
  }

  /// Asks at the terminal.
  Set<DeviceId> ask(InputStream in) throws Complaint, IOException {
    if (devices.isEmpty()) {
      return Set.of();
    }
    out.println(
        say(
            "Which of them stay? Whoever was removed since this copy was made may stand among them: keep those only that you have."));
    out.print(say("Type all, none, or their numbers, such as 1 3: "));
    out.flush();
    Optional<String> typed = line(in);
    if (typed.isEmpty()) {
      throw new Complaint(
          Exit.USAGE,
          say(
              "Nothing was changed, for nothing was answered. Say which devices stay with --keep all, --keep none or --keep DEVICE."));
    }
    return numbered(typed.get());
  }

  private Set<DeviceId> numbered(String typed) throws Complaint {
    if (typed.equals(ALL)) {
      return all();
    }
    Set<DeviceId> kept = new HashSet<>();
    for (String word : typed.equals(NONE) ? new String[0] : typed.split("[\\s,]+")) {
      if (!word.matches("\\d{1,3}")
          || Integer.parseInt(word) < 1
          || Integer.parseInt(word) > devices.size()) {
        throw new Complaint(
            Exit.USAGE, say("Nothing was changed: {0} is none of the numbers above.", word));
      }
      kept.add(devices.get(Integer.parseInt(word) - 1).device());
    }
    return kept;
  }

  /// Those that the command line names.
  Set<DeviceId> named(List<String> words) throws Complaint {
    if (words.equals(List.of(ALL))) {
      return all();
    }
    Set<DeviceId> kept = new HashSet<>();
    for (String word : words.equals(List.of(NONE)) ? List.<String>of() : words) {
      kept.add(one(word));
    }
    return kept;
  }

  private DeviceId one(String word) throws Complaint {
    List<DeviceId> meant =
        devices.stream()
            .filter(device -> device.name().equals(word) || isIdOf(device, word))
            .map(Member::device)
            .toList();
    if (meant.size() != 1) {
      throw new Complaint(
          Exit.USAGE,
          meant.isEmpty()
              ? say("Nothing was changed: no device above is called {0}.", word)
              : say(
                  "Nothing was changed: several devices are called {0}. Name one by its id.",
                  word));
    }
    return meant.getFirst();
  }

  private static boolean isIdOf(Member device, String word) {
    return word.length() >= LEAST_OF_AN_ID && device.device().toString().startsWith(word);
  }

  /// All but those of which it is known that they were removed: these only by number or name.
  private Set<DeviceId> all() {
    Set<DeviceId> all = new HashSet<>();
    devices.stream()
        .map(Member::device)
        .filter(device -> !recovery.isMissingLater(device))
        .forEach(all::add);
    return all;
  }

  /// One line, and nothing behind it. Empty when the input ends before something was said.
  private static Optional<String> line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && line.size() < MOST_TYPED) {
      if (next == '\n' && !text(line).isEmpty()) {
        return Optional.of(text(line));
      }
      line.write(next);
      next = in.read();
    }
    return Optional.of(text(line)).filter(said -> !said.isEmpty());
  }

  private static String text(ByteArrayOutputStream line) {
    return line.toString(StandardCharsets.UTF_8).strip().toLowerCase(Locale.ROOT);
  }

  private static LocalDate date(Instant when) {
    return LocalDate.ofInstant(when, ZoneId.systemDefault());
  }
}
