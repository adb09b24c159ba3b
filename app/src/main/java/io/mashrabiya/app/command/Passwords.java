package io.mashrabiya.app.command;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.media.address.Credentials;
import java.io.Console;
import java.util.Optional;

/// Asks for passwords, where there is a person at a terminal to ask.
public final class Passwords {
  private Passwords() {}

  /// A user without a password means: ask. Without a terminal, as under a service manager, the
  /// camera is tried without one, which some cameras want.
  public static CameraSettings askIfMissing(CameraSettings camera) throws Complaint {
    Optional<Credentials> given = camera.credentials();
    if (given.isEmpty() || !given.get().password().isEmpty()) {
      return camera;
    }
    String user = given.get().userName();
    Optional<String> typed = ask(user, camera.name());
    return typed.isEmpty() ? camera : camera.askingFor(credentials(user, typed.get()));
  }

  static Credentials credentials(String user, String password) throws Complaint {
    try {
      return new Credentials(user, password);
    } catch (IllegalArgumentException e) {
      throw new Complaint(
          Exit.USAGE, "There is a control character in the user name or password: leave it out.");
    }
  }

  /// What was typed, unseen; empty without a terminal.
  static Optional<String> ask(String user, String camera) {
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(console -> console.readPassword("Password of %s at %s: ", user, camera))
        .map(String::new);
  }
}
