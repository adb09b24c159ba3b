package io.mashrabiya.proof.fuzzed;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/// Classes that were compiled into a folder of this name.
final class Of extends DescribedPredicate<JavaClass> {
  private final String folder;

  Of(String folder) {
    super("compiled into " + folder);
    this.folder = "/target/" + folder + "/";
  }

  @Override
  public boolean test(JavaClass type) {
    return type.getSource()
        .filter(source -> source.getUri().getPath().contains(folder))
        .isPresent();
  }
}
