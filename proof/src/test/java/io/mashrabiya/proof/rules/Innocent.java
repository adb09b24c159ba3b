package io.mashrabiya.proof.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/// The planted classes that break nothing, each one the near miss of a rule.
final class Innocent extends DescribedPredicate<JavaClass> {
  Innocent() {
    super("innocent");
  }

  @Override
  public boolean test(JavaClass type) {
    return type.getSimpleName().startsWith("Innocent");
  }
}
