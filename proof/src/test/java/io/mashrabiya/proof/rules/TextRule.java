package io.mashrabiya.proof.rules;

import io.mashrabiya.proof.rules.SourceFile.Finding;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Something that no line of certain files may say.
///
/// @param what the finding, as a person should read it
/// @param where the files that it holds for
/// @param pattern what must not occur in a line of them
record TextRule(String what, Predicate<SourceFile> where, Pattern pattern) {
  /// Written so that no pattern finds itself.
  static final List<TextRule> ALL =
      List.of(
          everywhere("work left undone belongs in an issue", "\\b(TO[D]O|FIX[M]E|XX[X])\\b"),
          everywhere("a path of somebody's machine", "(?<![\\w./-])/(roo[t]|wor[k]|User[s])/\\w"),
          everywhere(
              "a package registry's host: whoever builds chooses their own",
              "registry[.]npmjs|repo1?[.]maven[.]apache|deb[.]debian[.]org|\"resolve[d]\":"),
          new TextRule(
              "a test waits for an event, never for a while, unless the line says why it must",
              file -> file.path().contains("/src/test/"),
              Pattern.compile("Thread[.]slee[p]\\((?!.*;\\s*// \\w)")),
          inAccept(
              "what may be painted is decided without clock, chance, secrets, network or storage",
              "\\b(Date|performance|crypto|fetch|random|setTimeout|setInterval|WebSocket|Worker"
                  + "|indexedDB|navigator|globalThis|self|async|await|console)\\b"),
          inAccept(
              "what may be painted is decided from the formats alone",
              "\\b(from|import)\\s*\\(?\\s*[\"'`](?!\\./\\w|\\.\\./wire/\\w)"),
          new TextRule(
              "versions are in the root pom only",
              file -> file.path().matches("[^/]+/pom\\.xml"),
              Pattern.compile("<version>(?!\\$\\{|0\\.1\\.0-SNAPSHOT)")));

  /// The viewer's room of the same name as `device.accept`, which [Purity] holds.
  private static TextRule inAccept(String what, String regex) {
    return new TextRule(
        what, file -> file.path().startsWith("viewer/src/main/ts/accept/"), Pattern.compile(regex));
  }

  private static TextRule everywhere(String what, String regex) {
    return new TextRule(what, file -> true, Pattern.compile(regex));
  }

  Stream<Finding> judge(SourceFile file) {
    return where.test(file)
        ? file.numbered()
            .filter(line -> pattern.matcher(line.text()).find())
            .map(line -> line.finding(what))
        : Stream.empty();
  }
}
