package io.mashrabiya.app.language;

import io.mashrabiya.words.Tongue;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// The texts of `--help`, which stand in English at the commands and options themselves, in another
/// language.
public final class HelpInWords extends ResourceBundle {
  private final Map<String, String> texts;

  private HelpInWords(Map<String, String> texts) {
    this.texts = texts;
  }

  /// Has the command and all beneath it explain themselves in this language.
  public static void translate(CommandLine command, Tongue tongue) {
    Map<String, String> texts = new LinkedHashMap<>();
    english(command).forEach((key, english) -> texts.put(key, tongue.pattern(english)));
    setBundle(command, new HelpInWords(texts));
  }

  /// All that the help of this command and of those beneath it says in English.
  public static Set<String> sentences(CommandLine command) {
    Set<String> sentences = new LinkedHashSet<>(english(command).values());
    sentences.removeIf(String::isBlank);
    return sentences;
  }

  private static void setBundle(CommandLine command, ResourceBundle bundle) {
    command.setResourceBundle(bundle);
    command.getSubcommands().values().forEach(each -> setBundle(each, bundle));
  }

  /// By the keys under which picocli looks for them.
  private static Map<String, String> english(CommandLine command) {
    Map<String, String> texts = new LinkedHashMap<>();
    collect(command, texts);
    return texts;
  }

  private static void collect(CommandLine command, Map<String, String> texts) {
    CommandSpec spec = command.getCommandSpec();
    String of = spec.qualifiedName(".") + ".";
    UsageMessageSpec usage = spec.usageMessage();
    put(texts, of + "usage.header", usage.header());
    put(texts, of + "usage.description", usage.description());
    put(texts, of + "usage.footer", usage.footer());
    put(texts, of + "usage.synopsisHeading", usage.synopsisHeading());
    put(texts, of + "usage.commandListHeading", usage.commandListHeading());
    for (ArgSpec argument : spec.args()) {
      names(argument).forEach(name -> put(texts, of + name, argument.description()));
    }
    command.getSubcommands().values().forEach(each -> collect(each, texts));
  }

  private static Stream<String> names(ArgSpec argument) {
    return switch (argument) {
      case OptionSpec option ->
          Arrays.stream(option.names()).map(name -> name.replaceFirst("^-+", ""));
      case PositionalParamSpec position ->
          Stream.of(position.paramLabel() + "[" + position.index() + "]");
      default -> Stream.empty();
    };
  }

  private static void put(Map<String, String> texts, String key, String... lines) {
    if (lines.length == 1) {
      texts.put(key, lines[0]);
      return;
    }
    for (int i = 0; i < lines.length; i++) {
      texts.put(key + "." + i, lines[i]);
    }
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    return texts.get(key);
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(List.copyOf(texts.keySet()));
  }
}
