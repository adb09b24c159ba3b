package io.mashrabiya.app;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with a command line.
///
/// Guarantee: it repeats no password. Whatever was typed in a place where nothing can stand is
/// named by its place, an unknown option without its value, an address without its user and
/// password.
final class Misunderstandings implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException mistake, String[] typed) {
    CommandLine command = mistake.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(words(mistake, List.of(typed)));
    if (command.getParent() == null) {
      command.usage(err);
    } else {
      err.println("Its options: " + command.getCommandSpec().qualifiedName() + " --help");
    }
    return Exit.USAGE.code();
  }

  private static String words(ParameterException mistake, List<String> typed) {
    return mistake instanceof UnmatchedArgumentException unmatched
        ? unmatched(unmatched, typed)
        : withoutSecrets(String.valueOf(mistake.getMessage()), typed);
  }

  private static String unmatched(UnmatchedArgumentException mistake, List<String> typed) {
    CommandLine command = mistake.getCommandLine();
    String first = mistake.getUnmatched().getFirst();
    if (first.startsWith("--")) {
      String option = first.replaceFirst("=.*", "");
      return "There is no option "
          + option
          + "."
          + meant(option, command.getCommandSpec().optionsMap().keySet());
    }
    return "Nothing can stand at place "
        + (typed.indexOf(first) + 1)
        + " of the command line."
        + meant(first, command.getSubcommands().keySet());
  }

  private static String meant(String typed, Collection<String> known) {
    return Nearest.to(typed, known).map(nearest -> " Did you mean " + nearest + "?").orElse("");
  }

  /// The text with every typed address in it cut down to where it leads.
  private static String withoutSecrets(String text, List<String> typed) {
    return typed.stream()
        .flatMap(argument -> Stream.of(argument, argument.substring(argument.indexOf('=') + 1)))
        .filter(argument -> argument.contains("://") && argument.contains("@"))
        .reduce(text, (sofar, secret) -> sofar.replace(secret, withoutUser(secret)));
  }

  private static String withoutUser(String address) {
    return address.substring(0, address.indexOf("://") + 3)
        + "..."
        + address.substring(address.lastIndexOf('@'));
  }
}
