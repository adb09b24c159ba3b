package io.mashrabiya.proof.fuzzed;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What is called from somewhere, directly or not: through interfaces, each implementation; in a
/// lambda, what its method calls.
///
/// Guarantee: whatever is not in it is not called at run time, but by reflection. Not guaranteed:
/// that what is in it is called with any input.
final class Reach {
  private final Predicate<JavaClass> isFollowed;
  private final Set<JavaCodeUnit> reached = new HashSet<>();
  private final Deque<JavaCodeUnit> waiting = new ArrayDeque<>();

  private Reach(Predicate<JavaClass> isFollowed) {
    this.isFollowed = isFollowed;
  }

  /// @param isFollowed which classes' methods are looked into
  static Set<JavaCodeUnit> from(
      Collection<? extends JavaCodeUnit> begin, Predicate<JavaClass> isFollowed) {
    Reach reach = new Reach(isFollowed);
    begin.forEach(reach::add);
    while (!reach.waiting.isEmpty()) {
      reach.follow(reach.waiting.remove());
    }
    return reach.reached;
  }

  private void add(JavaCodeUnit unit) {
    if (isFollowed.test(unit.getOwner()) && reached.add(unit)) {
      waiting.add(unit);
    }
  }

  private void follow(JavaCodeUnit unit) {
    Stream.concat(
            unit.getCallsFromSelf().stream().map(call -> call.getTarget()),
            Stream.concat(
                unit.getMethodReferencesFromSelf().stream().map(call -> call.getTarget()),
                unit.getConstructorReferencesFromSelf().stream().map(call -> call.getTarget())))
        .forEach(this::called);
  }

  private void called(CodeUnitAccessTarget target) {
    target.resolveMember().ifPresent(this::add);
    target
        .resolveMember()
        .filter(JavaMethod.class::isInstance)
        .map(JavaMethod.class::cast)
        .ifPresent(this::overridden);
  }

  private void add(JavaMember member) {
    if (member instanceof JavaCodeUnit unit) {
      add(unit);
    }
  }

  private void overridden(JavaMethod method) {
    for (JavaClass type : method.getOwner().getAllSubclasses()) {
      type.tryGetMethod(method.getName(), names(method)).ifPresent(this::add);
    }
  }

  private static String[] names(JavaMethod method) {
    return method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
  }
}
