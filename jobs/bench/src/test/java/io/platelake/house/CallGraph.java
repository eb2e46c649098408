package io.platelake.house;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Calls between the methods of the house, as compiled: lambdas and method references included.
 *
 * <p>A call counts whether or not a run gets there, and a call through an interface ends at the
 * interface. So "reaches" means that a method may be called, never that it must be.
 */
final class CallGraph {
  private final JavaClasses house;

  CallGraph(JavaClasses house) {
    this.house = house;
  }

  /** Whether any method of a class, or one that it calls at any depth, calls such a method. */
  boolean reaches(String className, Predicate<CodeUnitAccessTarget> wanted) {
    JavaClass start = house.get(className);
    Deque<JavaCodeUnit> open = new ArrayDeque<>(start.getCodeUnits());
    Set<JavaCodeUnit> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      for (CodeUnitAccessTarget target : targets(open.pop()).toList()) {
        if (wanted.test(target)) {
          return true;
        }
        target
            .resolveMember()
            .filter(unit -> unit.getOwner().getPackageName().startsWith("io.platelake"))
            .filter(seen::add)
            .ifPresent(open::push);
      }
    }
    return false;
  }

  private static Stream<CodeUnitAccessTarget> targets(JavaCodeUnit unit) {
    return Stream.<JavaCodeUnitAccess<? extends CodeUnitAccessTarget>>concat(
            unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream())
        .map(JavaCodeUnitAccess::getTarget);
  }
}
