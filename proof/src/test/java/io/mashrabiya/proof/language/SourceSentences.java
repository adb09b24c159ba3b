package io.mashrabiya.proof.language;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Reads one source file for what it says to people: the patterns of its `say` and `then`, and
/// whatever else looks like a sentence.
final class SourceSentences extends TreeScanner<Void, Void> {
  /// Two words, the second in small letters.
  private static final Pattern SENTENCE = Pattern.compile("[A-Za-z]{2,}[,;:]? [a-z]{2,}");

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  /// What is read by those who wrote the program, or by programs. A `log` is of a logger.
  private static final Set<String> NOT_FOR_PEOPLE =
      Set.of(
          "log",
          "IllegalArgumentException",
          "IllegalStateException",
          "IndexOutOfBoundsException",
          "AssertionError",
          "UnsupportedOperationException",
          "UncheckedIOException",
          "requireNonNull");

  private final CompilationUnitTree file;
  private final List<Said> said = new ArrayList<>();
  private final List<String> unsaid = new ArrayList<>();

  /// @param pattern English
  /// @param values how many are given
  /// @param file where
  record Said(String pattern, int values, String file) {
    /// Whether each value has its place, and each place its value.
    boolean isWhole() {
      return places(pattern).equals(IntStream.range(0, values).boxed().collect(Collectors.toSet()));
    }
  }

  private SourceSentences(CompilationUnitTree file) {
    this.file = file;
  }

  static SourceSentences of(CompilationUnitTree file) {
    var sentences = new SourceSentences(file);
    sentences.scan(file, null);
    return sentences;
  }

  /// All that it says.
  List<Said> said() {
    return said;
  }

  /// What looks like a sentence, and is not said as one.
  List<String> unsaid() {
    return unsaid;
  }

  /// The numbers of a pattern's places.
  static Set<Integer> places(String pattern) {
    return PLACE
        .matcher(pattern)
        .results()
        .map(place -> Integer.valueOf(place.group(1)))
        .collect(Collectors.toSet());
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
    String name = name(call.getMethodSelect());
    if (NOT_FOR_PEOPLE.contains(name)) {
      return null;
    }
    if (!name.equals("say") && !name.equals("then")) {
      return super.visitMethodInvocation(call, nothing);
    }
    List<? extends ExpressionTree> given = call.getArguments();
    if (!given.isEmpty() && take(given.getFirst(), given.size() - 1)) {
      scan(call.getMethodSelect(), nothing);
      return scan(given.subList(1, given.size()), nothing);
    }
    if (name.equals("say")) {
      unsaid.add(where() + call);
    }
    return super.visitMethodInvocation(call, nothing);
  }

  /// Whether it is a pattern, or a choice between some.
  private boolean take(ExpressionTree pattern, int values) {
    if (pattern instanceof ParenthesizedTree within) {
      return take(within.getExpression(), values);
    }
    if (pattern instanceof ConditionalExpressionTree choice) {
      return take(choice.getTrueExpression(), values) && take(choice.getFalseExpression(), values);
    }
    Optional<String> constant = constant(pattern);
    constant.ifPresent(text -> said.add(new Said(text, values, where())));
    return constant.isPresent();
  }

  private static Optional<String> constant(Tree tree) {
    return switch (tree) {
      case LiteralTree literal when literal.getValue() instanceof String text -> Optional.of(text);
      case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS ->
          constant(sum.getLeftOperand())
              .flatMap(left -> constant(sum.getRightOperand()).map(right -> left + right));
      default -> Optional.empty();
    };
  }

  @Override
  public Void visitNewClass(NewClassTree made, Void nothing) {
    return NOT_FOR_PEOPLE.contains(name(made.getIdentifier()))
        ? null
        : super.visitNewClass(made, nothing);
  }

  /// The help of commands, of which another test sees to it.
  @Override
  public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
    return null;
  }

  @Override
  public Void visitLiteral(LiteralTree literal, Void nothing) {
    if (literal.getValue() instanceof String text && SENTENCE.matcher(text).find()) {
      unsaid.add(where() + '"' + text + '"');
    }
    return null;
  }

  private String where() {
    String path = file.getSourceFile().getName();
    return path.substring(path.indexOf("/io/mashrabiya/") + "/io/mashrabiya/".length()) + ": ";
  }

  private static String name(Tree tree) {
    return switch (tree) {
      case IdentifierTree identifier -> identifier.getName().toString();
      case MemberSelectTree member -> member.getIdentifier().toString();
      default -> "";
    };
  }
}
