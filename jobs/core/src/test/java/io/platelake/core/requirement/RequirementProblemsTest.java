package io.platelake.core.requirement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A broken entry among good ones is found, and only that one. */
class RequirementProblemsTest {
  private static final String PURGE =
      "io.platelake.app.purge.PurgeTest#shouldErasePlannedRowsKeepTheRestAndProveIt";
  private static final String KILL = "io.platelake.city.chaos.KillTest#";
  private static final String DAGS = "dags/tests/test_dags.py::";

  /** An entry that is called enforced, with {@code %s} for its tests. */
  private static final String ENTRY =
      """
      - id: WA-1
        document: "City #2 ALPR Policy"
        section: "1"
        clause: A clause.
        met: enforced
        how: The purge does it.
        where: [jobs/app/src/main/java/io/platelake/app/purge]
        tests: ["%s"]
      """;

  private static Proofs proofs;

  @BeforeAll
  static void lookForTests() throws IOException {
    proofs = new Proofs(RequirementsTest.REPOSITORY);
  }

  @Test
  void shouldFindNothingInGoodEntries() throws IOException {
    assertEquals(List.of(), problems(ENTRY.formatted(PURGE)));
    assertEquals(List.of(), problems(ENTRY.formatted(DAGS + "test_edges")));
  }

  @ParameterizedTest
  @CsvSource({
    KILL + "shouldLandTheSameWhenKilledAfterTheFirstCommit, ''",
    KILL + "shouldLandTheSameWhenKilledAtAnyStep, it is tagged long",
    KILL + "twoLakesAndWhatBecomesOfThem, the method is no test",
    KILL + "shouldNotExist, the class has no such method",
    "io.platelake.core.policy.retention.DeleteAheadTest#shouldNeverLetARowOverstayBetweenTwoRuns, ''",
    "io.platelake.app.purge.NoTest#shouldX, no module has this class",
    "io.platelake.app.CliRun#at, Surefire does not take a class of this name for a test",
    "shouldX, not package.Class#method or file.py::function",
    DAGS + "test_nothing, the file has no such function",
    DAGS + "edges, not package.Class#method or file.py::function",
    "dags/tests/test_none.py::test_edges, there is no such file",
    "schemas/test_x.py::test_edges, make test does not run this folder"
  })
  void shouldSayWhyATestProvesNothing(String test, String why) throws IOException {
    assertEquals(
        why.isEmpty() ? List.of() : List.of("WA-1: " + test + ": " + why),
        problems(ENTRY.formatted(test)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "section: \"1\"                 | section: \" \"             | names no section",
        "A clause.                      | a clause                   | has a clause that is no sentence",
        "how: The purge does it.        | needs: All of it           | says what it needs exactly if it is not yet met",
        "how: The purge does it.        | long_tests: []             | does not say how it is met",
        "City #2 ALPR Policy            | ALPR Policy Guidelines     | is not of the document ALPR Policy Guidelines",
        "app/purge]                     | app/none]                  | there is no jobs/app/src/main/java/io/platelake/app/none",
        "[jobs/app/src/main/java/io/platelake/app/purge] | [../..]   | there is no ../..",
        "[jobs/app/src/main/java/io/platelake/app/purge] | []        | does not say where it is met",
        "met: enforced                  | met: not_yet               | is not yet met, and names tests",
        "tests:                         | long_tests:                | no test proves it",
        "tests:                         | long_tests:                | it is not tagged long"
      })
  void shouldNameWhatIsWrongWithAnEntry(String from, String to, String expected)
      throws IOException {
    String broken = ENTRY.formatted(PURGE).replace(from, to);
    List<String> problems = problems(broken);
    assertTrue(problems.stream().allMatch(p -> p.startsWith("WA-1: ")), problems.toString());
    assertTrue(problems.stream().anyMatch(p -> p.endsWith(expected)), problems.toString());
  }

  @Test
  void shouldFindIdsThatAreMissingRepeatedUnknownOrMoved() throws IOException {
    List<Requirement> all = shipped();
    Requirement first = all.remove(0);
    assertEquals(List.of("WA-1: is missing"), of(all));
    all.add(first);
    assertEquals(List.of("ids do not stand in the order of the documents"), of(all));
    all.add(first);
    assertEquals(List.of("WA-1: stands twice"), of(all));
    List<Requirement> more = shipped();
    more.addAll(Requirements.read(ENTRY.formatted(PURGE).replace("WA-1", "WA-53")));
    assertEquals("WA-53: no document has such a clause", of(more).get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"met: enforced|met: nearly", "section:|chapter:", "section: \"1\"|how: x"})
  void shouldNotReadAnUnknownStateOrKey(String change) {
    String[] fromTo = change.split("\\|");
    String broken = ENTRY.formatted(PURGE).replace(fromTo[0], fromTo[1]);
    assertThrows(JsonProcessingException.class, () -> Requirements.read(broken));
  }

  /** Problems of the shipped entries with their first replaced. */
  private static List<String> problems(String entry) throws IOException {
    List<Requirement> all = shipped();
    all.set(0, Requirements.read(entry).get(0));
    return of(all);
  }

  private static List<String> of(List<Requirement> all) throws IOException {
    return RequirementProblems.of(all, proofs);
  }

  private static List<Requirement> shipped() throws IOException {
    return new ArrayList<>(Requirements.in(RequirementsTest.REPOSITORY.resolve("schemas")));
  }
}
