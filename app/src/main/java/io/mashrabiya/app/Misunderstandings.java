package io.mashrabiya.app;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Told;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with a command line.
///
/// Guarantee: it repeats no password. Whatever was typed in a place where nothing can stand is
/// named by its place, an unknown option without its value, a value by its option, an address
/// without its user and password.
final class Misunderstandings implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException mistake, String[] typed) {
    CommandLine command = mistake.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(words(mistake, List.of(typed)));
    if (command.getParent() == null) {
      command.usage(err);
    } else {
      err.println(say("Its options:"));
      err.println("  " + command.getCommandSpec().qualifiedName() + " --help");
    }
    return Exit.USAGE.code();
  }

  private static Sentence words(ParameterException mistake, List<String> typed) {
    return switch (mistake) {
      case Told told -> new TypedSecrets(typed).without(told.words());
      case UnmatchedArgumentException unmatched -> unmatched(unmatched, typed);
      case MissingParameterException missing -> missing(missing.getMissing(), typed);
      case MutuallyExclusiveArgsException several -> tooMany(several.getCommandLine(), typed);
      case OverwrittenOptionException twice ->
          say("Write {0} once only.", name(twice.getOverwritten()));
      default ->
          mistake.getArgSpec() == null
              ? say(
                  "The command line is not understood: {0}",
                  new TypedSecrets(typed).without(String.valueOf(mistake.getMessage())))
              : value(mistake.getArgSpec(), mistake.getCause());
    };
  }

  private static Sentence unmatched(UnmatchedArgumentException mistake, List<String> typed) {
    CommandLine command = mistake.getCommandLine();
    String first = mistake.getUnmatched().getFirst();
    if (first.startsWith("--")) {
      String option = first.replaceFirst("=.*", "");
      return say("There is no option {0}.", option)
          .then(meant(option, command.getCommandSpec().optionsMap().keySet()));
    }
    return say("Nothing can stand at place {0} of the command line.", typed.indexOf(first) + 1)
        .then(meant(first, command.getSubcommands().keySet()));
  }

  private static Sentence meant(String typed, Collection<String> known) {
    return Nearest.to(typed, known)
        .map(nearest -> say("Did you mean {0}?", nearest))
        .orElse(Sentence.NOTHING);
  }

  /// An option that was typed misses its value; everything else is missing itself.
  private static Sentence missing(List<ArgSpec> missing, List<String> typed) {
    ArgSpec first = missing.getFirst();
    if (first instanceof OptionSpec option && isTyped(option, typed)) {
      return say("{0} needs a value: {1}.", name(first), first.paramLabel());
    }
    List<String> all = missing.stream().map(Misunderstandings::label).toList();
    return first.group() != null && first.group().exclusive()
        ? say("Say one of these: {0}.", Sentence.listed(all))
        : say("This is missing: {0}.", Sentence.listed(all));
  }

  private static Sentence tooMany(CommandLine command, List<String> typed) {
    List<String> rivals =
        command.getCommandSpec().argGroups().stream()
            .filter(group -> group.exclusive())
            .flatMap(group -> group.options().stream())
            .filter(option -> isTyped(option, typed))
            .map(Misunderstandings::name)
            .toList();
    return say("Say only one of these: {0}.", Sentence.listed(rivals));
  }

  private static Sentence value(ArgSpec argument, @Nullable Throwable why) {
    if (why instanceof Told told) {
      return say("The value of {0} is not understood: {1}.", name(argument), told.words());
    }
    Class<?> type = argument.type();
    Sentence what = say("The value of {0} is not understood.", name(argument));
    if (type.isEnum()) {
      List<String> all =
          List.of(type.getEnumConstants()).stream()
              .map(each -> each.toString().toLowerCase(Locale.ROOT))
              .toList();
      return what.then("Write one of these: {0}.", Sentence.listed(all));
    }
    if (type == boolean.class || type == Boolean.class) {
      return what.then("It takes none.");
    }
    return Number.class.isAssignableFrom(type) || type == int.class
        ? what.then("Write a whole number.")
        : what;
  }

  private static boolean isTyped(OptionSpec option, List<String> typed) {
    return List.of(option.names()).stream()
        .anyMatch(name ->
            typed.stream().anyMatch(word -> word.equals(name) || word.startsWith(name + "=")));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String label(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : argument.paramLabel();
  }
}
