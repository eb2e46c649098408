package io.platelake.core.requirement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page of the kinds of fault names tests that exist and are run. */
class FaultKindsTest {
  private static final Path REPOSITORY =
      Path.of(System.getProperty("basedir", "."), "..", "..").toAbsolutePath().normalize();

  private static final Path PAGE = REPOSITORY.resolve("jobs/notes/0035-kinds-of-fault.md");
  private static final Pattern TEST = Pattern.compile("`([a-z.]+\\.[A-Z]\\w+#\\w+)`");
  private static final Pattern KIND = Pattern.compile("\\| (\\d+) [a-z].*");
  private static final int KINDS = 14;

  @Test
  void shouldNameTestsThatAreRun() throws IOException {
    Proofs proofs = new Proofs(REPOSITORY);
    List<String> problems = new ArrayList<>();
    for (String test : tests(Files.readString(PAGE))) {
      Optional<String> problem = proofs.problem("io.platelake." + test);
      problem.ifPresent(why -> problems.add(test + ": " + why));
    }
    assertEquals(List.of(), problems);
  }

  @Test
  void shouldNameThreeTestsOfEveryKind() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream().takeWhile(line -> !line.startsWith("## ")).toList();
    List<String> kinds = rows.stream().filter(row -> KIND.matcher(row).matches()).toList();
    assertEquals(
        IntStream.rangeClosed(1, KINDS).mapToObj(Integer::toString).toList(),
        kinds.stream().map(row -> row.replaceAll("\\| (\\d+) .*", "$1")).toList());
    kinds.forEach(row -> assertTrue(tests(row).size() >= 3, row));
  }

  private static List<String> tests(String text) {
    return TEST.matcher(text).results().map(found -> found.group(1)).toList();
  }
}
