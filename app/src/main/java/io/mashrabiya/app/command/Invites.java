package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.terminal.Layout;
import io.mashrabiya.app.terminal.LinkPicture;
import io.mashrabiya.home.Home;
import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.words.Sentence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;

/// Prints a pairing link for each household, in a terminal as a QR code too, and fresh ones
/// whenever somebody presses Enter.
final class Invites {
  private final PrintWriter out;
  private final Origin viewer;
  private final InviteTerms terms;
  private final Map<Sentence, Home> homes = new LinkedHashMap<>();

  /// @param viewer where the viewer is served
  Invites(PrintWriter out, Origin viewer, InviteTerms terms) {
    this.out = out;
    this.viewer = viewer;
    this.terms = terms;
  }

  /// @param words above its link: what that is for, or the household's name
  void add(Sentence words, Home home) {
    homes.put(words, home);
  }

  /// Prints one link a household.
  ///
  /// @return the first one
  String print() {
    String first = "";
    for (var entry : homes.entrySet()) {
      String link = link(entry.getValue());
      out.println();
      out.println(Layout.indented(entry.getKey()));
      out.println("  " + link);
      LinkPicture.of(link).ifPresent(out::print);
      first = first.isEmpty() ? link : first;
    }
    out.println();
    out.println(say("Enter prints fresh links, Ctrl-C ends it."));
    out.flush();
    return first;
  }

  /// Listens for Enter on a thread of its own, until the input ends.
  void listen() {
    Thread.ofVirtual().name("enter").start(this::readLines);
  }

  private void readLines() {
    try (var in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))) {
      while (in.readLine() != null) {
        print();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String link(Home home) {
    return home.invite(terms).url(viewer.text() + "/", InsecureSecretAccess.token());
  }
}
