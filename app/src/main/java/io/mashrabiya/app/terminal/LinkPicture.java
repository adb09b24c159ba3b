package io.mashrabiya.app.terminal;

import io.mashrabiya.app.run.ThisMachine;
import java.io.Console;
import java.net.URI;
import java.util.Optional;

/// A pairing link for a phone's camera, where there is a terminal to draw it in and the link leads
/// a phone anywhere: none for the address of this machine alone.
public final class LinkPicture {
  private LinkPicture() {}

  /// The lines, each ended.
  public static Optional<String> of(String link) {
    return isAtATerminal() && leadsPhonesHere(link) ? QrPicture.of(link) : Optional.empty();
  }

  /// The console counts as one when input and output are.
  private static boolean isAtATerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
        && System.out.charset().newEncoder().canEncode('\u2580');
  }

  static boolean leadsPhonesHere(String link) {
    String host = URI.create(link).getHost();
    return host != null && !ThisMachine.is(host);
  }
}
