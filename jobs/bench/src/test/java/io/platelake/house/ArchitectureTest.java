package io.platelake.house;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * The law of the house, over the compiled classes of all modules (see {@code jobs/README.md}).
 *
 * <p>An exception is listed here by name. A listed exception that is no longer needed fails too, so
 * the lists only get shorter.
 */
class ArchitectureTest {
  /** Jobs that use another job, and what for. */
  private static final Set<String> JOBS_THAT_USE_A_JOB =
      Set.of(
          "init -> policy", // the first adoption of a policy
          "policy -> purge", // what the next purge would take under a changed policy
          "purge -> facts"); // what is counted before it goes

  /** Most top-level classes of one package. */
  private static final int LARGEST_PACKAGE = 25;

  /** Packages that are still larger. */
  private static final Set<String> LARGER_PACKAGES = Set.of();

  /** Simple names that several packages use. */
  private static final Set<String> SHARED_NAMES = Set.of();

  /** Classes outside ledgers that read rows by position, and name each position. */
  private static final Set<String> POSITIONAL =
      Set.of("io.platelake.app.pass.PassRows"); // every read passes it

  /** The one writer of exports, and commands whose files hold figures and ids, never a plate. */
  private static final Set<String> WITHOUT_PLATES =
      Set.of(
          "ExportWriter",
          "AuditMemoCommand",
          "AuditSampleCommand",
          "AuditScreenCommand",
          "HitsListCommand",
          "HitsNoticeCommand",
          "ReportAnnualCommand");

  private static final String APP = "io.platelake.app.";
  private static final Set<String> SHELVES = Set.of("ledger", "publish");

  private static final JavaClasses HOUSE = House.CLASSES;

  @Test
  void shouldKnowEveryModule() {
    Set<String> modules =
        HOUSE.stream()
            .map(c -> c.getPackageName().split("\\.")[2])
            .collect(toCollection(TreeSet::new));
    assertEquals(Set.of("app", "bench", "city", "core", "files", "lake"), modules);
  }

  @Test
  void shouldHaveNoCircleOfPackages() {
    slices().matching("io.platelake.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void shouldPointDownwardsOnly() {
    List<String> upwards =
        arrows()
            .filter(a -> height(room(a.from())) < height(room(a.to())))
            .map(Arrow::toString)
            .distinct()
            .sorted()
            .toList();
    assertEquals(List.of(), upwards, "allowed: cli -> jobs -> ledger, publish -> job");
  }

  @Test
  void shouldUseNoOtherJobButTheNamed() {
    Set<String> pairs =
        arrows()
            .filter(a -> height(room(a.from())) == 2 && height(room(a.to())) == 2)
            .filter(a -> !room(a.from()).equals(room(a.to())))
            .map(a -> room(a.from()) + " -> " + room(a.to()))
            .collect(toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(JOBS_THAT_USE_A_JOB), pairs);
  }

  @Test
  void shouldReadRowsByPositionInLedgersOnly() {
    Set<String> offenders =
        HOUSE.stream()
            .filter(c -> isIn(c, "app") || isIn(c, "city") || isIn(c, "bench"))
            .filter(c -> !c.getPackageName().startsWith(APP + "ledger"))
            .filter(
                c -> c.getMethodCallsFromSelf().stream().anyMatch(ArchitectureTest::isPositional))
            .map(c -> topLevel(c).getName())
            .collect(toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(POSITIONAL), offenders, "read rows with NamedRow, or in a ledger");
  }

  /** Whoever writes a file for people has decided that it holds no plate, or leaves by the door. */
  @Test
  void shouldLetFilesOutByOneDoor() {
    Set<String> writers =
        HOUSE.stream()
            .filter(c -> isIn(c, "app") || isIn(c, "city"))
            .filter(
                c ->
                    c.getMethodCallsFromSelf().stream()
                        .anyMatch(
                            call ->
                                call.getTargetOwner().getSimpleName().equals("PublishedFolder")))
            .map(c -> topLevel(c).getSimpleName())
            .filter(name -> !name.equals("PublishedFolder"))
            .collect(toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(WITHOUT_PLATES), writers, "let reader data out by ExportWriter");
  }

  @Test
  void shouldKeepPackagesSmall() {
    Map<String, Long> sizes =
        topLevels().collect(groupingBy(JavaClass::getPackageName, TreeMap::new, counting()));
    Set<String> larger =
        sizes.entrySet().stream()
            .filter(e -> e.getValue() > LARGEST_PACKAGE)
            .map(Map.Entry::getKey)
            .collect(toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(LARGER_PACKAGES), larger, "split into sub-packages: " + sizes);
  }

  @Test
  void shouldGiveOneNameToOneThing() {
    Map<String, Set<String>> packages =
        topLevels()
            .collect(
                groupingBy(
                    JavaClass::getSimpleName,
                    TreeMap::new,
                    mapping(JavaClass::getPackageName, Collectors.toSet())));
    Set<String> shared =
        packages.entrySet().stream()
            .filter(e -> e.getValue().size() > 1)
            .map(Map.Entry::getKey)
            .collect(toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(SHARED_NAMES), shared, "rename all but one");
  }

  @Test
  void shouldSayWhatEveryPackageIs() {
    Set<String> packages =
        topLevels().map(JavaClass::getPackageName).collect(toCollection(TreeSet::new));
    Set<String> described =
        HOUSE.stream()
            .filter(c -> c.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackageName)
            .filter(packages::contains)
            .collect(toCollection(TreeSet::new));
    assertEquals(packages, described, "every package has a package-info.java");
    assertEquals(packages, new TreeSet<>(HouseMap.packages()), "the map is jobs/README.md");
  }

  private record Arrow(JavaClass from, JavaClass to) {
    @Override
    public String toString() {
      return from.getName() + " -> " + to.getName();
    }
  }

  /** Arrows between packages of app. */
  private static Stream<Arrow> arrows() {
    return HOUSE.stream()
        .filter(c -> c.getPackageName().startsWith(APP))
        .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
        .map(ArchitectureTest::arrow)
        .filter(a -> a.to().getPackageName().startsWith(APP))
        .filter(a -> !a.from().getPackageName().equals(a.to().getPackageName()));
  }

  private static Arrow arrow(Dependency d) {
    return new Arrow(
        topLevel(d.getOriginClass()), topLevel(d.getTargetClass().getBaseComponentType()));
  }

  /** The part of app that a class is in: {@code land} for {@code app.land.rows}. */
  private static String room(JavaClass c) {
    return c.getPackageName().substring(APP.length()).split("\\.")[0];
  }

  private static int height(String room) {
    if (room.equals("job")) {
      return 0;
    }
    if (SHELVES.contains(room)) {
      return 1;
    }
    return room.equals("cli") ? 3 : 2;
  }

  private static boolean isPositional(JavaMethodCall call) {
    return call.getTargetOwner().isAssignableTo(Row.class)
        && call.getName().startsWith("get")
        && !call.getTarget().getRawParameterTypes().isEmpty()
        && call.getTarget().getRawParameterTypes().get(0).getName().equals("int");
  }

  private static boolean isIn(JavaClass c, String module) {
    return c.getPackageName().startsWith("io.platelake." + module);
  }

  private static Stream<JavaClass> topLevels() {
    return HOUSE.stream()
        .filter(c -> topLevel(c).equals(c))
        .filter(c -> !c.getSimpleName().equals("package-info"));
  }

  private static JavaClass topLevel(JavaClass c) {
    JavaClass top = c;
    while (top.getEnclosingClass().isPresent()) {
      top = top.getEnclosingClass().get();
    }
    return top;
  }
}
