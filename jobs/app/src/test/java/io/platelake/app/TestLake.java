package io.platelake.app;

import io.platelake.app.ledger.policy.Adoption;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.lake.LakeFiles;
import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.table.Lake;
import io.platelake.lake.wall.Duty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileUtil;

/**
 * Lakes of a test: all tables, empty, and agency {@code city-2} under the policy of a Washington
 * city since the start of 2026. Each kind is made once a test run and then copied, because a commit
 * costs a hundred times what copying it does. A test looks at the reads of all purposes; the jobs
 * it runs declare their own.
 */
public final class TestLake {
  public static final String AGENCY = "city-2";
  private static final Map<Class<?>, Path> TEMPLATES = new HashMap<>();

  private TestLake() {}

  /** A new lake in a folder, new or empty. */
  public static Lake in(Path folder) {
    return copy(template(), folder);
  }

  /**
   * A new lake in a folder, new or empty, in which something has been done already.
   *
   * @param by who does it, always the same way, so that it is done only once
   */
  public static Lake in(Path folder, Class<?> by, Consumer<Lake> done) {
    return copy(template(by, done), folder);
  }

  /** A copy of a lake in another folder, new or empty. */
  public static Lake copy(Path lake, Path folder) {
    return open(LakeFiles.copy(lake, folder));
  }

  /** Folder of a lake. */
  public static Path folder(Lake lake) {
    return Path.of(lake.root().toUri());
  }

  private static synchronized Path template(Class<?> by, Consumer<Lake> done) {
    if (!TEMPLATES.containsKey(by)) {
      Lake lake = copy(template(), newFolder());
      done.accept(lake);
      TEMPLATES.put(by, folder(lake));
    }
    return TEMPLATES.get(by);
  }

  private static synchronized Path template() {
    if (!TEMPLATES.containsKey(TestLake.class)) {
      Lake lake = open(newFolder());
      lake.create();
      PolicyLedger.record(
          lake,
          Adoption.first(
              AGENCY,
              "wa-city",
              TestPolicies.waCityText(),
              Instant.parse("2026-01-01T00:00:00Z"),
              "tester"));
      TEMPLATES.put(TestLake.class, folder(lake));
    }
    return TEMPLATES.get(TestLake.class);
  }

  /** Of this process only: others may test at the same time. */
  private static Path newFolder() {
    try {
      Path folder = Files.createTempDirectory("platelake-test-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> FileUtil.fullyDelete(folder.toFile())));
      return Files.createDirectory(folder.resolve("lake"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Lake open(Path folder) {
    return Lake.at(TestSpark.session(), folder.toAbsolutePath().toString(), Contracts.load())
        .forDuty(Duty.RETENTION);
  }
}
