package io.mashrabiya.proof.model;

import edu.mit.csail.sdg.alloy4.A4Reporter;
import edu.mit.csail.sdg.ast.Command;
import edu.mit.csail.sdg.ast.Sig;
import edu.mit.csail.sdg.ast.Sig.PrimSig;
import edu.mit.csail.sdg.parser.CompModule;
import edu.mit.csail.sdg.parser.CompUtil;
import edu.mit.csail.sdg.translator.A4Options;
import edu.mit.csail.sdg.translator.A4Solution;
import edu.mit.csail.sdg.translator.TranslateAlloyToKodkod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kodkod.engine.satlab.SATFactory;

/// One Alloy file of docs/design/model. Its commands say themselves what is expected of them: no
/// counterexample while all rules are kept, one when a rule is dropped, an example of what can
/// happen.
final class Model {
  private static final String FOLDER = "docs/design/model";

  private final String name;
  private final String title;
  private final CompModule module;
  private final String text;
  private final List<Step> steps;

  private Model(Path file, String text) {
    this.name = name(file);
    this.title = text.lines().findFirst().orElseThrow().replaceFirst("^-- ", "");
    this.module = CompUtil.parseEverything_fromFile(A4Reporter.NOP, null, file.toString());
    this.text = text;
    this.steps = Step.in(text);
  }

  /// Those of this repository that have these names, or all of them.
  static List<Model> named(Set<String> names) {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve(FOLDER))) {
      root = root.getParent();
    }
    try (Stream<Path> files = Files.list(root.resolve(FOLDER))) {
      return files
          .filter(file -> file.toString().endsWith(".als"))
          .filter(file -> names.isEmpty() || names.contains(name(file)))
          .sorted()
          .map(Model::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Model read(Path file) {
    try {
      return new Model(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".als", "");
  }

  String name() {
    return name;
  }

  /// Its first line.
  String title() {
    return title;
  }

  /// The checks of ours, and what is taken for granted, each of which can be dropped.
  List<String> rules() {
    return module.getAllSigs().makeConstList().stream()
        .filter(sig -> sig instanceof PrimSig prim && label(prim.parent).equals("Rule"))
        .map(Model::label)
        .toList();
  }

  List<Command> commands() {
    return module.getAllCommands();
  }

  /// Whether the command tries a promise once more in a scope that takes longer.
  static boolean isWide(String command) {
    return command.startsWith("wide_");
  }

  Finding run(Command command) {
    A4Options options = new A4Options();
    options.solver = SATFactory.DEFAULT;
    long began = System.nanoTime();
    A4Solution solution =
        TranslateAlloyToKodkod.execute_command(
            A4Reporter.NOP, module.getAllReachableSigs(), command, options);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new Finding(
        name,
        command.label,
        command.check,
        scope(command),
        command.expects == 1,
        solution.satisfiable(),
        took,
        solution.satisfiable() ? Story.of(module, stepsOf(command), solution) : List.of());
  }

  /// What is to be told of it: nothing that another promise calls wrong.
  private List<Step> stepsOf(Command command) {
    return steps.stream()
        .filter(step -> !step.isWrong() || !command.check || isNamed(step, promise(command)))
        .toList();
  }

  /// The predicate of a check is the last word of what it says.
  private String promise(Command command) {
    return part("^check %s \\{.* implies (\\w+) \\}".formatted(command.label));
  }

  private boolean isNamed(Step step, String predicate) {
    return part("(?s)^pred %s \\{(.*?)\\}$".formatted(predicate)).contains(step.name() + "[");
  }

  /// What the group of the expression takes of the model's text.
  private String part(String regex) {
    Matcher found = Pattern.compile(regex, Pattern.MULTILINE).matcher(text);
    if (!found.find()) {
      throw new IllegalStateException(name + " has no " + regex);
    }
    return found.group(1);
  }

  private static String scope(Command command) {
    StringBuilder scope = new StringBuilder("%d of each".formatted(command.overall));
    command.scope.forEach(
        each -> scope.append(", %d %s".formatted(each.endingScope, label(each.sig))));
    if (command.bitwidth > 0) {
      scope.append(", numbers of %d bits".formatted(command.bitwidth));
    }
    if (command.maxprefix > 0) {
      scope.append(", %d steps".formatted(command.maxprefix));
    }
    return scope.toString();
  }

  private static String label(Sig sig) {
    return sig.label.replaceFirst(".*/", "");
  }

  @Override
  public String toString() {
    return name;
  }
}
