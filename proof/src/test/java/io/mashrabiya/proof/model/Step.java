package io.mashrabiya.proof.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Something that can happen in a model, and how it is told: a predicate whose first line ends in a
/// sentence after `--:`, in which `{d}` stands for the argument `d`.
///
/// @param name of the predicate
/// @param arguments its parameters in order, each as `name: Type`
record Step(String name, List<String> arguments, String sentence) {
  private static final Pattern TOLD =
      Pattern.compile("^pred (\\w+)(?:\\[([^\\]]*)\\])? \\{.*--: (.+)$", Pattern.MULTILINE);
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)\\}");

  /// The parameter that says when it happened, in a model that has seconds in place of states.
  private static final String TIME = "t";

  /// How a sentence begins that says what is wrong, and ends the story.
  private static final List<String> WRONG = List.of("and ", "though ");

  /// All that the text of a model tells.
  static List<Step> in(String model) {
    return TOLD.matcher(model)
        .results()
        .map(told -> new Step(told.group(1), arguments(told), told.group(3)))
        .toList();
  }

  /// `h, g: Home, p: Phone` names three parameters with two types.
  private static List<String> arguments(MatchResult told) {
    List<String> arguments = new ArrayList<>();
    List<String> untyped = new ArrayList<>();
    String all = told.group(2) == null ? "" : told.group(2);
    for (String part : all.split(", ")) {
      int colon = part.indexOf(": ");
      untyped.add(colon < 0 ? part : part.substring(0, colon));
      if (colon >= 0) {
        String type = part.substring(colon);
        untyped.forEach(name -> arguments.add(name + type));
        untyped.clear();
      }
    }
    return arguments;
  }

  /// Whether it is what a promise says can never be.
  boolean isWrong() {
    return isWrong(sentence);
  }

  static boolean isWrong(String sentence) {
    return WRONG.stream().anyMatch(sentence::startsWith);
  }

  /// In Alloy, all arguments with which it happens; without parameters, whether it happens.
  String question() {
    String names = names().collect(Collectors.joining(", "));
    return arguments.isEmpty()
        ? name
        : "{ %s | %s[%s] }".formatted(String.join(", ", arguments), name, names);
  }

  /// The sentence about these arguments.
  String told(List<String> values) {
    List<String> names = names().toList();
    return ARGUMENT
        .matcher(sentence)
        .replaceAll(named -> Matcher.quoteReplacement(values.get(names.indexOf(named.group(1)))));
  }

  /// When it happened, by the arguments; 0 where the model has states.
  int time(List<String> values) {
    int at = names().toList().indexOf(TIME);
    return at < 0 ? 0 : Integer.parseInt(values.get(at));
  }

  /// Whether it happens at a named second and not in a state.
  boolean isTimed() {
    return names().anyMatch(TIME::equals);
  }

  private Stream<String> names() {
    return arguments.stream().map(argument -> argument.substring(0, argument.indexOf(':')));
  }
}
