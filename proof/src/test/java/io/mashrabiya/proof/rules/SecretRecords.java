package io.mashrabiya.proof.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.Locale;
import java.util.Set;

/// Finds records whose `toString` is the compiler's and would write a password into a log.
final class SecretRecords {
  private static final String SECRET_NAME = ".*(password|passphrase|secret|token|credential).*";

  /// Types that show what they hold. A type of ours hides it in its own `toString`, an array shows
  /// nothing.
  private static final Set<String> PLAIN_TEXT =
      Set.of("java.lang.String", "java.lang.CharSequence", "java.util.Optional<java.lang.String>");

  private SecretRecords() {}

  static boolean writesASecret(JavaClass type) {
    return type.isRecord()
        && type.getFields().stream().anyMatch(SecretRecords::isAPlainSecret)
        && hasToStringOfTheCompiler(type);
  }

  private static boolean isAPlainSecret(JavaField field) {
    return !field.getModifiers().contains(JavaModifier.STATIC)
        && PLAIN_TEXT.contains(field.getType().getName())
        && field.getName().toLowerCase(Locale.ROOT).matches(SECRET_NAME);
  }

  /// The compiler's own `toString` of a record is one call that `java.lang.runtime.ObjectMethods`
  /// bootstraps.
  private static boolean hasToStringOfTheCompiler(JavaClass type) {
    return ClassFile.of().parse(bytesOf(type)).methods().stream()
        .filter(method -> method.methodName().equalsString("toString"))
        .filter(method -> method.methodTypeSymbol().parameterCount() == 0)
        .anyMatch(SecretRecords::isBootstrapped);
  }

  private static boolean isBootstrapped(MethodModel toString) {
    return toString.code().stream()
        .flatMap(code -> code.elementStream())
        .anyMatch(element ->
            element instanceof InvokeDynamicInstruction call
                && call.bootstrapMethod().owner().displayName().equals("ObjectMethods"));
  }

  private static byte[] bytesOf(JavaClass type) {
    try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
