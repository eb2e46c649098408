package io.platelake.app;

import io.platelake.app.policy.Adoption;
import io.platelake.app.policy.PolicyLedger;
import io.platelake.lake.Lake;
import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.wall.Duty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;

/**
 * Lakes of a test: all tables, empty, and agency {@code city-2} under the policy of a Washington
 * city since the start of 2026. Tables are created once a test run and then copied. A test looks at
 * the reads of all purposes; the jobs it runs declare their own.
 */
public final class TestLake {
  public static final String AGENCY = "city-2";
  private static Path template;

  private TestLake() {}

  /** A new lake in an empty folder. */
  public static Lake in(Path folder) {
    try {
      return copy(template(), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy of a lake in another folder, new or empty. */
  public static Lake copy(Path lake, Path folder) {
    try {
      List<Path> files;
      try (Stream<Path> walk = Files.walk(lake)) {
        files = walk.toList();
      }
      for (Path file : files) {
        Path copy = folder.resolve(lake.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return open(folder);
  }

  private static synchronized Path template() throws IOException {
    if (template == null) {
      Path folder = Path.of("target", "test-lake");
      FileUtil.fullyDelete(folder.toFile());
      Lake lake = open(folder);
      lake.create();
      PolicyLedger.record(
          lake,
          Adoption.first(
              AGENCY,
              "wa-city",
              TestPolicies.waCityText(),
              Instant.parse("2026-01-01T00:00:00Z"),
              "tester"));
      template = folder;
    }
    return template;
  }

  private static Lake open(Path folder) {
    return Lake.at(TestSpark.session(), folder.toAbsolutePath().toString(), Contracts.load())
        .forDuty(Duty.RETENTION);
  }
}
