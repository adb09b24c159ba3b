package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.terminal.Voice;
import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.words.Sentence;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;

/// Asks for passwords, where there is a person at a terminal to ask.
public final class Passwords {
  private Passwords() {}

  /// A user without a password means: ask. Without a terminal, as under a service manager, the
  /// camera is tried without one, which some cameras want.
  ///
  /// @param out speaks to the person
  public static CameraSettings askIfMissing(CameraSettings camera, PrintWriter out)
      throws Complaint {
    Optional<Credentials> given = camera.credentials();
    if (given.isEmpty() || !given.get().password().isEmpty()) {
      return camera;
    }
    String user = given.get().userName();
    Optional<String> typed = ask(say("Password of {0} at {1}: ", user, camera.name()), out);
    return typed.isEmpty() ? camera : camera.askingFor(credentials(user, typed.get()));
  }

  static Credentials credentials(String user, String password) throws Complaint {
    try {
      return new Credentials(user, password);
    } catch (IllegalArgumentException e) {
      throw new Complaint(
          Exit.USAGE,
          say("There is a control character in the user name or password: leave it out."));
    }
  }

  /// What was typed, unseen; empty without a terminal. The console asks itself, since it hides what
  /// is typed from before its question on; in English where it has no letters for another language.
  static Optional<String> ask(Sentence question, PrintWriter out) {
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(console -> console.readPassword("%s", words(question, out, console.charset())))
        .map(String::new);
  }

  private static String words(Sentence question, PrintWriter out, Charset letters) {
    String words = Voice.words(question, out);
    return letters.newEncoder().canEncode(words) ? words : question.toString();
  }
}
