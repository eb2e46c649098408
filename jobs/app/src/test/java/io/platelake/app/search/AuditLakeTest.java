package io.platelake.app.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class AuditLakeTest {
  private static final String NOW = "2026-06-01T00:00:00Z";

  @TempDir Path temp;

  @Test
  void shouldKeepTheRootThatItWasGivenFirst() throws IOException {
    Path lake = temp.resolve("lake");
    String audits = temp.resolve("audits").toString();
    String[] init = {
      "--audit-lake",
      audits,
      "init",
      "--agency",
      "city-2",
      "--policy",
      "../../schemas/policies/wa-city.yaml"
    };
    assertEquals(0, CliRun.at(lake, NOW, init).code());
    assertTrue(Files.isDirectory(temp.resolve("audits/access_log/_delta_log")));
    assertFalse(Files.exists(lake.resolve("audit")));
    String other = temp.resolve("mine").toString();
    CliRun mine = CliRun.at(lake, NOW, "--audit-lake", other, "status");
    assertEquals(2, mine.code(), mine.all());
    assertTrue(mine.err().contains("the access log of this lake is elsewhere"), mine.err());
    init[1] = other;
    assertEquals(2, CliRun.at(lake, NOW, init).code(), "not even with init");
    assertEquals(0, CliRun.at(lake, NOW, "--audit-lake", audits, "status").code() & ~4);

    // A lake of an earlier release has an empty access log beside its reads.
    FileUtils.copyDirectory(
        temp.resolve("audits/access_log").toFile(), lake.resolve("access_log").toFile());
    FileUtils.deleteDirectory(temp.resolve("audits").toFile());
    CliRun old = CliRun.at(lake, NOW, "status");
    assertEquals(2, old.code());
    assertTrue(old.err().contains("platelake migrate"), old.err());
    assertEquals(0, CliRun.at(lake, NOW, "migrate").code());
    assertTrue(Files.isDirectory(temp.resolve("audits/access_log/_delta_log")));
    assertFalse(Files.exists(lake.resolve("access_log")), "the empty one has gone");
    assertEquals(0, CliRun.at(lake, NOW, "status").code() & ~4);
  }
}
