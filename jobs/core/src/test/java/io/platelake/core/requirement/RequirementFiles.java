package io.platelake.core.requirement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes {@code schemas/REQUIREMENTS.md}; {@code make schemas} runs it. It stands among the tests
 * because it is about them and ships nowhere.
 */
final class RequirementFiles {
  private RequirementFiles() {}

  /** Takes the {@code schemas} folder as its one argument. */
  public static void main(String[] args) throws IOException {
    Path schemas = Path.of(args[0]).toAbsolutePath().normalize();
    List<Requirement> requirements = Requirements.in(schemas);
    Proofs proofs = new Proofs(schemas.getParent());
    List<String> problems = RequirementProblems.of(requirements, proofs);
    if (!problems.isEmpty()) {
      System.err.println("schemas/requirements.yaml: " + String.join("\n  ", problems));
      System.exit(2);
    }
    Files.writeString(
        schemas.resolve("REQUIREMENTS.md"), RequirementsPage.of(requirements, proofs));
  }
}
