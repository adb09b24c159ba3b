package io.mashrabiya.proof.rules;

import io.mashrabiya.proof.rules.SourceFile.Finding;
import io.mashrabiya.proof.rules.SourceFile.Line;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What documents and comments point at: links with their anchors, and paths that are named in
/// passing. All of it must be there, or a reader is sent nowhere.
final class Citations {
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern ELSEWHERE = Pattern.compile("^[a-z][a-z0-9+.-]*:.*");
  private static final Pattern COMMENT =
      Pattern.compile("^\\s*(//|\\*|/\\*|#|<!--).*|.*[;{})] // .*");
  private static final Pattern ROOT_DOCUMENT = Pattern.compile("(?<![\\w/.-])[A-Z]{4,}\\.md\\b");

  private final SourceTree tree;
  private final Pattern path;

  Citations(SourceTree tree) {
    this.tree = tree;
    String rooms = tree.rooms().stream().map(Pattern::quote).collect(Collectors.joining("|"));
    // A file with its ending anywhere, a folder only where it is set as code.
    this.path =
        Pattern.compile(
            "(?<![\\w/.@-])(?:(?:%1$s)/[\\w./-]*\\w\\.(?:md|java|ts|json|sh|xml|html|css|txt)\\b)|(?<=`)(?:%1$s)/[\\w./-]+(?=`)"
                .formatted(rooms));
  }

  /// Every citation of the file that leads nowhere.
  Stream<Finding> brokenIn(SourceFile file) {
    Stream<Finding> paths =
        file.numbered()
            .filter(line -> file.isMarkdown() || COMMENT.matcher(line.text()).matches())
            .flatMap(this::brokenPaths);
    return file.isMarkdown() ? Stream.concat(brokenLinks(file), paths) : paths;
  }

  private Stream<Finding> brokenPaths(Line line) {
    return Stream.of(path, ROOT_DOCUMENT)
        .flatMap(pattern -> pattern.matcher(line.text()).results())
        .map(MatchResult::group)
        .filter(cited -> !tree.has(cited))
        .map(cited -> line.finding("names " + cited + ", which does not exist"));
  }

  private Stream<Finding> brokenLinks(SourceFile file) {
    return file.numbered()
        .flatMap(line ->
            LINK.matcher(withoutCode(line.text()))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !ELSEWHERE.matcher(target).matches())
                .filter(target -> !leadsSomewhere(file, target))
                .map(target -> line.finding("links to " + target + ", which does not exist")));
  }

  private boolean leadsSomewhere(SourceFile file, String target) {
    String[] parts = target.split("#", 2);
    String path = parts[0].isEmpty() ? file.path() : file.folder() + "/" + parts[0];
    path = path.startsWith("/") ? path.substring(1) : path;
    if (!tree.has(path)) {
      return false;
    }
    return parts.length == 1
        || tree.read(path).lines().stream()
            .filter(line -> line.startsWith("#"))
            .map(Citations::anchorOf)
            .anyMatch(parts[1]::equals);
  }

  /// The anchor that a forge gives a heading.
  private static String anchorOf(String heading) {
    return heading
        .replaceFirst("^#+\\s*", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
        .strip()
        .replace(' ', '-');
  }

  private static String withoutCode(String text) {
    return text.replaceAll("`[^`]*`", "");
  }
}
