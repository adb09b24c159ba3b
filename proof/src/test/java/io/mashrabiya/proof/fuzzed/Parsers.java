package io.mashrabiya.proof.fuzzed;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The parsers of this house, by its own habit: a method that is called `parse`, `read`, `verify`,
/// `open` or `judge`, or begins so, and is given bytes, text, or what an outer parser made of them;
/// and a factory (`of...`) of the same that may say no.
final class Parsers {
  private static final Pattern NAME = Pattern.compile("(parse|read|verify|judge|decode)([A-Z].*)?");
  private static final Pattern FACTORY = Pattern.compile("(of|at|from)([A-Z].*)?");
  private static final String MALFORMED = "io.mashrabiya.wire.codec.Malformed";

  private static final Set<String> GIVEN =
      Set.of(
          "[B",
          "java.lang.String",
          "java.nio.ByteBuffer",
          "java.io.InputStream",
          "io.mashrabiya.wire.codec.ByteReader",
          "io.mashrabiya.wire.codec.Fields",
          "io.mashrabiya.wire.statement.Statement",
          "io.mashrabiya.media.http.ByteInput",
          "io.mashrabiya.media.onvif.xml.XmlElement");

  private Parsers() {}

  /// Each by how it is called in reports, `room.package.Type.method`.
  static SortedMap<String, JavaMethod> in(JavaClasses shipped, String root) {
    SortedMap<String, JavaMethod> parsers = new TreeMap<>();
    for (JavaClass type : shipped) {
      for (JavaMethod method : type.getMethods()) {
        if (isParser(method)) {
          parsers.put(title(method, root), method);
        }
      }
    }
    return parsers;
  }

  private static boolean isParser(JavaMethod method) {
    if (method.getName().startsWith("lambda$")
        || parameters(method).stream().noneMatch(Parsers::isGiven)) {
      return false;
    }
    return NAME.matcher(method.getName()).matches()
        || (FACTORY.matcher(method.getName()).matches() && maySayNo(method));
  }

  private static List<JavaClass> parameters(JavaMethod method) {
    return method.getRawParameterTypes();
  }

  /// A list is taken to be of texts.
  private static boolean isGiven(JavaClass parameter) {
    return GIVEN.contains(parameter.getName()) || parameter.isEquivalentTo(List.class);
  }

  private static boolean maySayNo(JavaMethod method) {
    return method.getRawReturnType().isEquivalentTo(Optional.class)
        || method.getThrowsClause().getTypes().stream()
            .anyMatch(type -> type.getName().equals(MALFORMED));
  }

  static String title(JavaMethod method, String root) {
    String owner = method.getOwner().getName().substring(root.length() + 1).replace('$', '.');
    return owner + "." + method.getName();
  }
}
