package io.platelake.core.requirement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.feed.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code schemas/requirements.yaml} is complete, and what it calls proven is. */
class RequirementsTest {
  static final Path REPOSITORY =
      Path.of(System.getProperty("basedir", "."), "..", "..").toAbsolutePath().normalize();

  private static final Path SCHEMAS = REPOSITORY.resolve("schemas");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| ((?:WA|WM|AG|KY|PG)-\\d+) \\|");

  private final List<Requirement> requirements = Requirements.in(SCHEMAS);
  private final Proofs proofs = new Proofs(REPOSITORY);

  RequirementsTest() throws IOException {}

  @Test
  void shouldNameEveryClauseOnceAndTestsThatAreRun() throws IOException {
    assertEquals(List.of(), RequirementProblems.of(requirements, proofs));
  }

  @Test
  void shouldNameTheClausesOfTheRequirementsMatrix() throws IOException {
    String matrix = new String(Shared.bytes("requirements.md"), StandardCharsets.UTF_8);
    assertEquals(
        ROW.matcher(matrix).results().map(m -> m.group(1)).toList(),
        requirements.stream().map(Requirement::id).toList());
  }

  @Test
  void shouldKeepTheGeneratedPageFresh() throws IOException {
    assertTrue(
        RequirementsPage.of(requirements, proofs)
            .equals(Files.readString(SCHEMAS.resolve("REQUIREMENTS.md"))),
        "schemas/REQUIREMENTS.md is stale: run `make schemas`");
  }

  @Test
  void shouldLinkToFilesThatExist() throws IOException {
    String page = Files.readString(SCHEMAS.resolve("REQUIREMENTS.md"));
    List<String> links =
        Pattern.compile("]\\(([^)]+)\\)").matcher(page).results().map(m -> m.group(1)).toList();
    assertTrue(links.size() > 50, "links: " + links.size());
    for (String link : links) {
      assertTrue(Files.exists(SCHEMAS.resolve(link)), link);
    }
  }
}
