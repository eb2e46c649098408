package io.platelake.house;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.Test;

/**
 * Tags say what a test needs, so that {@code make test-unit} can leave out the slow ones.
 *
 * <p>A test that starts processes is a {@code process} test. Another test that needs Spark is a
 * {@code lake} test. A test without either tag is a unit test. What a test needs is what its class
 * or a test class behind it refers to.
 */
class TestTagsTest {
  private static final Set<String> KINDS = Set.of("lake", "process");
  private static final Set<String> ALL_TAGS = Set.of("lake", "process", "long");
  private static final Set<String> SPARK =
      Set.of("org.apache.spark.sql.SparkSession", "org.apache.spark.SparkContext");
  private static final Set<String> PROCESSES = Set.of("java.lang.ProcessBuilder");

  private static final Map<String, List<JavaClass>> CLASSES = testClasses();

  @Test
  void shouldTagWhatNeedsSparkOrAProcess() {
    Set<String> wrong = new TreeSet<>();
    for (String test : CLASSES.keySet()) {
      if (test.endsWith("Test")) {
        Set<String> tagged = new TreeSet<>(tags(test));
        tagged.retainAll(KINDS);
        Set<String> needed = kind(test);
        if (!tagged.equals(needed)) {
          wrong.add(test + " has " + tagged + " and needs " + needed);
        }
      }
    }
    assertEquals(Set.of(), wrong);
  }

  @Test
  void shouldUseKnownTagsOnly() {
    Set<String> unknown =
        CLASSES.keySet().stream()
            .flatMap(test -> allTags(test).map(tag -> test + " " + tag))
            .filter(line -> !ALL_TAGS.contains(line.substring(line.indexOf(' ') + 1)))
            .collect(toCollection(TreeSet::new));
    assertEquals(Set.of(), unknown);
  }

  @Test
  void shouldSeeTheTestsOfAllModules() {
    for (String kind : List.of("lake", "process", "")) {
      Set<String> wanted = kind.isEmpty() ? Set.of() : Set.of(kind);
      assertTrue(
          CLASSES.keySet().stream().anyMatch(c -> c.endsWith("Test") && kind(c).equals(wanted)),
          "no test of kind '" + kind + "' was found: run all modules");
    }
  }

  private static Set<String> kind(String test) {
    if (reaches(test, PROCESSES)) {
      return Set.of("process");
    }
    return reaches(test, SPARK) ? Set.of("lake") : Set.of();
  }

  /** Whether a test class refers to one of these, itself or through other test classes. */
  private static boolean reaches(String test, Set<String> wanted) {
    Set<String> seen = new TreeSet<>(Set.of(test));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (JavaClass part : CLASSES.get(open.pop())) {
        for (Dependency d : part.getDirectDependenciesFromSelf()) {
          String next = topLevel(d.getTargetClass().getBaseComponentType().getName());
          if (wanted.contains(next)) {
            return true;
          }
          if (CLASSES.containsKey(next) && seen.add(next)) {
            open.push(next);
          }
        }
      }
    }
    return false;
  }

  private static Set<String> tags(String test) {
    return CLASSES.get(test).stream()
        .filter(c -> c.getName().equals(test))
        .flatMap(TestTagsTest::tagsOf)
        .collect(toCollection(TreeSet::new));
  }

  private static Stream<String> allTags(String test) {
    return CLASSES.get(test).stream()
        .flatMap(c -> Stream.concat(tagsOf(c), c.getMethods().stream().flatMap(m -> tagsOf(m))));
  }

  private static Stream<String> tagsOf(HasAnnotations<?> tagged) {
    Stream<Tag> one = tagged.tryGetAnnotationOfType(Tag.class).stream();
    Stream<Tag> several =
        tagged.tryGetAnnotationOfType(Tags.class).stream().flatMap(t -> Stream.of(t.value()));
    return Stream.concat(one, several).map(Tag::value);
  }

  /** Test classes of all modules with the classes nested in them, by the name of the outermost. */
  private static Map<String, List<JavaClass>> testClasses() {
    List<Path> folders =
        Stream.of("core", "files", "lake", "app", "city", "bench")
            .map(module -> Path.of(System.getProperty("basedir", "."), "..", module))
            .map(module -> module.resolve("target/test-classes"))
            .filter(Files::isDirectory)
            .toList();
    return new ClassFileImporter()
        .importPaths(folders).stream().collect(groupingBy(c -> topLevel(c.getName())));
  }

  private static String topLevel(String name) {
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }
}
