package io.platelake.core.requirement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Test methods of the Maven modules, named {@code package.Class#method}. */
final class JavaProof {
  private static final Pattern NAME =
      Pattern.compile("(io\\.platelake\\.[a-z.]+\\.)([A-Z]\\w*)#(\\w+)");
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  private static final Set<String> TESTS =
      Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "Property", "Example");

  /** Classes that Surefire takes for tests when nothing else is configured. */
  private static final Pattern TAKEN = Pattern.compile("Test.*|.*Tests?|.*TestCase");

  private final Path repository;
  private final List<String> modules;
  private final Map<String, JavaSource> sources = new HashMap<>();

  JavaProof(Path repository) throws IOException {
    this.repository = repository;
    String pom = Files.readString(repository.resolve("pom.xml"));
    if (!pom.contains("<tests.excluded>long</tests.excluded>")) {
      throw new IllegalStateException("pom.xml no longer leaves out exactly what is tagged long");
    }
    this.modules = MODULE.matcher(pom).results().map(m -> m.group(1)).toList();
  }

  static boolean isName(String test) {
    return NAME.matcher(test).matches();
  }

  /** File of a test below the repository; empty when no module has it. */
  Optional<String> file(String test) {
    Matcher name = matcher(test);
    String file = "/src/test/java/" + name.group(1).replace('.', '/') + name.group(2) + ".java";
    return modules.stream()
        .map(m -> m + file)
        .filter(f -> Files.isRegularFile(repository.resolve(f)))
        .findFirst();
  }

  /**
   * Why a test proves nothing; empty when it exists and is run.
   *
   * @param slow whether {@code make test-long} runs it, and not {@code make test}
   */
  Optional<String> problem(String test, boolean slow) throws IOException {
    Matcher name = matcher(test);
    Optional<String> file = file(test);
    if (file.isEmpty()) {
      return Optional.of("no module has this class");
    }
    if (!TAKEN.matcher(name.group(2)).matches()) {
      return Optional.of("Surefire does not take a class of this name for a test");
    }
    JavaSource source = source(file.get());
    Optional<Set<String>> method = source.annotationsOf(name.group(3));
    if (method.isEmpty()) {
      return Optional.of("the class has no such method");
    }
    if (method.get().stream().noneMatch(TESTS::contains)) {
      return Optional.of("the method is no test");
    }
    Set<String> all = source.annotations();
    all.addAll(method.get());
    if (source.isAbstract()
        || all.stream().anyMatch(a -> a.startsWith("Disabled") || a.startsWith("Enabled"))) {
      return Optional.of("it is not always run");
    }
    if (all.contains("Tag(\"long\")") != slow) {
      return Optional.of(slow ? "it is not tagged long" : "it is tagged long");
    }
    return Optional.empty();
  }

  private JavaSource source(String file) throws IOException {
    JavaSource source = sources.get(file);
    if (source == null) {
      source = JavaSource.parse(repository.resolve(file));
      sources.put(file, source);
    }
    return source;
  }

  private static Matcher matcher(String test) {
    Matcher name = NAME.matcher(test);
    if (!name.matches()) {
      throw new IllegalArgumentException(test + " is not the name of a Java test");
    }
    return name;
  }
}
