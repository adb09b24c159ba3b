package io.mashrabiya.app.config;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Nearest;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Told;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// The keys of one level of the configuration file, with the lines they stand in. Refuses keys that
/// it does not know and names the nearest that it does.
final class Section {
  private final Path file;
  private final String path;
  private final Map<String, Node> values = new LinkedHashMap<>();

  /// @param path of this level, such as `cameras[1]`; empty for the file's own
  /// @param known every key that may stand here
  Section(Path file, String path, Node node, Set<String> known) throws ConfigurationFault {
    this.file = file;
    this.path = path;
    if (!(node instanceof MappingNode mapping)) {
      throw new ConfigurationFault(
          file, line(node), path, say("write keys with values here, `key: value`"));
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!known.contains(key)) {
        throw new ConfigurationFault(
            file, line(tuple.getKeyNode()), path(key), unknown(key, known));
      }
      if (values.put(key, tuple.getValueNode()) != null) {
        throw new ConfigurationFault(
            file, line(tuple.getKeyNode()), path(key), say("it stands twice: take one away"));
      }
    }
  }

  /// Reads one value; what it throws becomes the remedy.
  interface Reading<T> {
    T read(String value) throws Unfit;
  }

  /// A value that does not do, and what to write instead.
  static final class Unfit extends Exception implements Told {
    private static final long serialVersionUID = 1;

    private final transient Sentence remedy;

    Unfit(Sentence remedy) {
      super(remedy.toString(), null, false, false);
      this.remedy = remedy;
    }

    @Override
    public Sentence words() {
      return remedy;
    }
  }

  <T> Optional<T> value(String key, Reading<T> reading) throws ConfigurationFault {
    Node node = values.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      throw fault(key, say("write one value here"));
    }
    return Optional.of(read(scalar, path(key), reading));
  }

  /// A list, or one value that stands for a list of one.
  <T> List<T> oneOrMore(String key, Reading<T> reading) throws ConfigurationFault {
    return values.get(key) instanceof ScalarNode
        ? value(key, reading).stream().toList()
        : list(key, reading);
  }

  <T> List<T> list(String key, Reading<T> reading) throws ConfigurationFault {
    List<T> items = new ArrayList<>();
    for (Node node : items(key)) {
      String place = path(key) + "[" + (items.size() + 1) + "]";
      if (!(node instanceof ScalarNode scalar)) {
        throw new ConfigurationFault(file, line(node), place, say("write one value here"));
      }
      items.add(read(scalar, place, reading));
    }
    return List.copyOf(items);
  }

  Optional<Section> section(String key, Set<String> known) throws ConfigurationFault {
    Node node = values.get(key);
    return node == null ? Optional.empty() : Optional.of(new Section(file, path(key), node, known));
  }

  List<Section> sections(String key, Set<String> known) throws ConfigurationFault {
    List<Section> sections = new ArrayList<>();
    for (Node node : items(key)) {
      sections.add(new Section(file, path(key) + "[" + (sections.size() + 1) + "]", node, known));
    }
    return List.copyOf(sections);
  }

  ConfigurationFault fault(String key, Sentence remedy) {
    return new ConfigurationFault(file, line(values.get(key)), path(key), remedy);
  }

  private List<Node> items(String key) throws ConfigurationFault {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw fault(key, say("write a list here, each item on a line that begins with a dash"));
    }
    return sequence.getValue();
  }

  private <T> T read(ScalarNode scalar, String place, Reading<T> reading)
      throws ConfigurationFault {
    try {
      return reading.read(scalar.getValue());
    } catch (Unfit e) {
      throw new ConfigurationFault(file, line(scalar), place, e.words());
    }
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static int line(@Nullable Node node) {
    return node == null ? 0 : node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  private static Sentence unknown(String key, Set<String> known) {
    return Nearest.to(key, known)
        .map(nearest -> say("there is no such key here; did you mean `{0}`?", nearest))
        .orElseGet(() ->
            say(
                "there is no such key here; known are {0}",
                Sentence.listed(known.stream().sorted().toList())));
  }
}
