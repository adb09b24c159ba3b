package io.mashrabiya.app.config;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.wire.codec.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// The lines of a configuration file that name its cameras, changed as a person would change them:
/// all other lines, with their comments, stay as they are.
///
/// What comes out is read again before it is believed; a list that is written in another way than
/// one camera after another is left to the person.
final class CameraLines {
  private static final Pattern NO_CAMERAS = Pattern.compile("^(cameras\\s*:)\\s*(\\[\\s*])?(.*)$");
  private static final Pattern KEY = Pattern.compile("^(cameras\\s*:)");
  private static final String USUAL_INDENT = "  ";

  private final Path file;
  private final String text;
  private final List<String> lines;
  private final Configuration before;

  /// @param text the file's, which is understood
  CameraLines(Path file, String text) throws ConfigurationFault {
    this.file = file;
    this.text = text;
    this.before = Configuration.parse(file, text);
    this.lines = new ArrayList<>(text.lines().toList());
  }

  /// The text with one more camera, behind the others.
  ///
  /// @param camera whose smaller stream, if it is named, asks for what the camera asks for
  String with(CameraSettings camera) throws ConfigurationFault {
    List<CameraSettings> after = new ArrayList<>(before.cameras());
    after.add(camera);
    Optional<NodeTuple> key = key();
    if (key.isEmpty()) {
      lines.add("cameras:");
      lines.addAll(entry(camera, USUAL_INDENT));
    } else if (key.get().getValueNode() instanceof SequenceNode list && isOneAfterAnother(list)) {
      String indent = " ".repeat(column(list));
      lines.addAll(lastLine(list.getValue().getLast()) + 1, entry(camera, indent));
    } else {
      int line = line(key.get().getKeyNode());
      lines.set(line, NO_CAMERAS.matcher(lines.get(line)).replaceFirst("$1$3"));
      lines.addAll(line + 1, entry(camera, USUAL_INDENT));
    }
    return checked(after);
  }

  /// The text without the camera of this name.
  String without(String name) throws ConfigurationFault {
    List<CameraSettings> after = new ArrayList<>(before.cameras());
    int index = after.stream().map(CameraSettings::name).toList().indexOf(name);
    after.remove(index);
    NodeTuple key = key().orElseThrow();
    if (!(key.getValueNode() instanceof SequenceNode list) || !isOneAfterAnother(list)) {
      throw byHand();
    }
    Node item = list.getValue().get(index);
    int last = lastLine(item);
    int first = line(item);
    while (first > 0 && !hasDash(first, column(list))) {
      first--;
    }
    lines.subList(first, last + 1).clear();
    if (first > 0 && first < lines.size() && isBlank(first) && isBlank(first - 1)) {
      lines.remove(first);
    }
    if (after.isEmpty()) {
      int line = line(key.getKeyNode());
      lines.set(line, KEY.matcher(lines.get(line)).replaceFirst("$1 []"));
    }
    return checked(after);
  }

  private List<String> entry(CameraSettings camera, String indent) {
    List<String> entry = new ArrayList<>();
    entry.add(indent + "- name: " + quoted(camera.name()));
    entry.add(indent + "  url: " + quoted(camera.address().toString()));
    camera.sub().ifPresent(sub -> entry.add(indent + "  sub: " + quoted(sub.address().toString())));
    camera
        .credentials()
        .ifPresent(known -> {
          entry.add(indent + "  user: " + quoted(known.userName()));
          Optional.of(known.password())
              .filter(Predicate.not(String::isEmpty))
              .ifPresent(word -> entry.add(indent + "  password: " + quoted(word)));
        });
    return entry;
  }

  /// JSON's strings are YAML's, in double quotes (YAML 1.2.2, section 1.3).
  private static String quoted(String value) {
    return new Json.Text(value).text();
  }

  private Optional<NodeTuple> key() throws ConfigurationFault {
    return Configuration.compose(file, text)
        .map(MappingNode.class::cast)
        .flatMap(top ->
            top.getValue().stream()
                .filter(tuple ->
                    tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals("cameras"))
                .findFirst());
  }

  private static boolean isOneAfterAnother(SequenceNode list) {
    return list.getFlowStyle() == FlowStyle.BLOCK && !list.getValue().isEmpty();
  }

  private static int line(Node node) {
    return node.getStartMark().orElseThrow().getLine();
  }

  private static int column(Node node) {
    return node.getStartMark().orElseThrow().getColumn();
  }

  /// Where the node's last value ends; behind it stand only comments and empty lines of whoever is
  /// next.
  private int lastLine(Node node) {
    if (node instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
      return lastLine(mapping.getValue().getLast().getValueNode());
    }
    var end = node.getEndMark().orElseThrow();
    int line = end.getColumn() == 0 && end.getLine() > 0 ? end.getLine() - 1 : end.getLine();
    while (line > line(node) && isBlank(line)) {
      line--;
    }
    return Math.min(line, lines.size() - 1);
  }

  private boolean isBlank(int line) {
    return line >= lines.size() || lines.get(line).isBlank();
  }

  private boolean hasDash(int line, int column) {
    String content = lines.get(line);
    return content.length() > column && content.charAt(column) == '-';
  }

  private String checked(List<CameraSettings> cameras) throws ConfigurationFault {
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    String changed = String.join(end, lines) + end;
    try {
      if (Configuration.parse(file, changed).equals(before.withCameras(cameras))) {
        return changed;
      }
    } catch (ConfigurationFault e) {
      throw byHand();
    }
    throw byHand();
  }

  private ConfigurationFault byHand() {
    return new ConfigurationFault(
        file,
        0,
        "cameras",
        say(
            "this list is written in a way that is changed by hand only: write each camera on lines of its own that begin with a dash"));
  }
}
