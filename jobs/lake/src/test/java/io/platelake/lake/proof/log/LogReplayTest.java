package io.platelake.lake.proof.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.lake.proof.ProofSession;
import io.platelake.lake.proof.ReadsFixture;
import io.platelake.lake.proof.ReadsFixture.Read;
import io.platelake.lake.proof.files.Unprovable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("lake")
class LogReplayTest {
  private static final String ODD_PURPOSE = "o'clock %20 é";

  @TempDir static Path folder;
  private static ReadsFixture table;

  @BeforeAll
  static void writeTable() {
    ProofSession.spark().conf().set("spark.databricks.delta.checkpoint.partSize", "2");
    table =
        ReadsFixture.create(
                folder.resolve("reads"), ReadsFixture.ALLOW_LIST, "'delta.checkpointInterval'='3'")
            .insert("parking", new Read("2026-10-01 03:04:05", "ZZQ1", 1))
            .insert("parking", new Read("2026-10-02 03:04:05", "ZZQ2", 2))
            .insert(
                ODD_PURPOSE,
                new Read("2026-10-03 03:04:05", "ZZQ3", 3),
                new Read("2026-10-03 04:04:05", "ZZQ4", 4))
            .delete("purpose = 'parking' AND date = date'2026-10-01'");
    ProofSession.spark().conf().unset("spark.databricks.delta.checkpoint.partSize");
  }

  private static TableState read(ReadsFixture fixture) throws IOException {
    return LogReplay.read(ProofSession.files(), fixture.path());
  }

  @Test
  void shouldReadWhatSparkReads() throws IOException {
    TableState state = read(table);

    long sparkFiles = ProofSession.spark().table(table.sqlName()).inputFiles().length;
    assertEquals(4, state.version());
    assertEquals(sparkFiles, state.active().size());
    for (LoggedFile file : state.active().values()) {
      assertEquals(Files.size(table.root().resolve(file.path())), file.size());
    }
    assertEquals(
        List.of(OptionalLong.of(1), OptionalLong.of(1), OptionalLong.of(1)),
        state.active().values().stream().map(LoggedFile::numRecords).toList());
    assertEquals(
        List.of(
            Map.of("purpose", ODD_PURPOSE, "date", "2026-10-03"),
            Map.of("purpose", ODD_PURPOSE, "date", "2026-10-03"),
            Map.of("purpose", "parking", "date", "2026-10-02")),
        state.active().values().stream().map(LoggedFile::partitionValues).toList());
    assertEquals(
        table.dataFiles("purpose=parking/date=2026-10-01"),
        List.copyOf(state.tombstones().keySet()));
    assertEquals(List.of("purpose", "date"), state.partitionColumns());
    assertEquals("agency_id,captured_at", state.properties().get("delta.dataSkippingStatsColumns"));
    assertTrue(state.columns().contains("plate_key"));
  }

  @Test
  void shouldReadTheSameWithoutCheckpointsAsWithOnesInParts() throws IOException {
    assertEquals(2, logFiles(table, ".*checkpoint\\.\\d+\\.\\d+\\.parquet").size());
    ReadsFixture bare = table.copyTo(folder.resolve("bare"));
    for (Path checkpoint : logFiles(bare, ".*checkpoint.*")) {
      Files.delete(checkpoint);
    }

    assertEquals(read(table), read(bare));
  }

  @Test
  void shouldReadFromTheCheckpointAloneAndNotTrustThePointerToIt() throws IOException {
    ReadsFixture trimmed = table.copyTo(folder.resolve("trimmed"));
    for (int version = 0; version <= 3; version++) {
      Files.delete(trimmed.root().resolve(trimmed.commit(version)));
    }
    Files.writeString(trimmed.root().resolve("_delta_log/_last_checkpoint"), "{\"version\":99}");

    assertEquals(read(table), read(trimmed));
  }

  @Test
  void shouldRefuseALogWithAGap() throws IOException {
    ReadsFixture gap = table.copyTo(folder.resolve("gap"));
    for (Path checkpoint : logFiles(gap, ".*checkpoint.*")) {
      Files.delete(checkpoint);
    }
    Files.delete(gap.root().resolve(gap.commit(2)));

    Unprovable refused = assertThrows(Unprovable.class, () -> read(gap));
    assertEquals(
        "Folder _delta_log: version 2 is missing and no checkpoint covers it."
            + " Restore the commit file; without it live files may look like orphans.",
        refused.getMessage());
  }

  @Test
  void shouldRefuseAnIncompleteCheckpointWithoutTheCommitsBeforeIt() throws IOException {
    ReadsFixture half = table.copyTo(folder.resolve("half"));
    Files.delete(logFiles(half, "\\d+\\.checkpoint.*").get(0));
    Files.delete(half.root().resolve(half.commit(0)));

    assertThrows(Unprovable.class, () -> read(half));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["shreddedRows"] | reader feature shreddedRows is unknown
          "minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["v2Checkpoint"] | reader feature v2Checkpoint is unknown
          "minReaderVersion":4,"minWriterVersion":8                                   | reader version 4 is newer
          """)
  void shouldRefuseProtocolsItDoesNotKnow(String protocol, String why) throws IOException {
    Path log = Files.createDirectories(folder.resolve("new-" + why.hashCode() + "/_delta_log"));
    Files.writeString(
        log.resolve("00000000000000000000.json"),
        "{\"protocol\":{" + protocol + "}}\n{\"metaData\":{\"partitionColumns\":[]}}\n");

    Unprovable refused =
        assertThrows(Unprovable.class, () -> read(new ReadsFixture(log.getParent())));
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }

  @Test
  void shouldRefuseACheckpointWithAUniqueName() throws IOException {
    ReadsFixture unique = table.copyTo(folder.resolve("unique"));
    Files.writeString(
        unique.root().resolve("_delta_log/00000000000000000004.checkpoint.0-1-2-3.json"), "{}");

    assertThrows(Unprovable.class, () -> read(unique));
  }

  @Test
  void shouldNameTheLineOfAMalformedCommitAndQuoteNothingOfIt() throws IOException {
    ReadsFixture torn = table.copyTo(folder.resolve("torn"));
    Files.writeString(torn.root().resolve(torn.commit(4)), "{}\n{\"add\": ZZQ1 }");

    Unprovable refused = assertThrows(Unprovable.class, () -> read(torn));
    assertEquals(
        "Log file _delta_log/00000000000000000004.json: line 2 is not JSON."
            + " Restore the file from the store before verifying.",
        refused.getMessage());
  }

  private static List<Path> logFiles(ReadsFixture fixture, String pattern) throws IOException {
    try (Stream<Path> files = Files.list(fixture.root().resolve("_delta_log"))) {
      return files.filter(file -> file.getFileName().toString().matches(pattern)).sorted().toList();
    }
  }
}
