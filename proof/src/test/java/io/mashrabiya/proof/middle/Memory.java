package io.mashrabiya.proof.middle;

import io.mashrabiya.proof.world.Hands.Passed;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.wire.link.MediaMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What passed: of each kind of message the newest few, or the many pictures of real cameras would
/// push out the few cards and letters.
final class Memory {
  private static final int MOST_OF_A_KIND = 32;
  private static final Pattern TYPE = Pattern.compile("\"type\":\"([a-z-]+)\"");

  private final List<Passed> all = new ArrayList<>();
  private final Map<String, Deque<Passed>> kinds = new HashMap<>();

  void keep(Passed passed) {
    Deque<Passed> kind = kinds.computeIfAbsent(kind(passed), none -> new ArrayDeque<>());
    kind.addLast(passed);
    all.add(passed);
    if (kind.size() > MOST_OF_A_KIND) {
      Passed oldest = kind.removeFirst();
      all.removeIf(one -> one == oldest);
    }
  }

  /// The newest last.
  List<Passed> all() {
    return all;
  }

  private static String kind(Passed passed) {
    return passed.hop().door()
        + (passed.isToParty() ? " hears " : " says ")
        + type(passed.message());
  }

  private static String type(Message message) {
    return switch (message) {
      case Message.Text(String text) -> {
        Matcher type = TYPE.matcher(text);
        yield type.find() ? type.group(1) : "";
      }
      case Message.Bytes _ ->
          message
              .media()
              .map(said ->
                  said instanceof MediaMessage.Frame frame
                      ? frame.frame().kind().name()
                      : said.getClass().getSimpleName())
              .orElse("");
    };
  }
}
