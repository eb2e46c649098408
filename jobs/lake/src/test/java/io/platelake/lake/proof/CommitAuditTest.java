package io.platelake.lake.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.lake.proof.needle.NeedleHit;
import io.platelake.lake.proof.needle.NeedleScanner;
import io.platelake.lake.proof.needle.Needles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commits may record, tried with commits added by hand to a clean table. */
@Tag("lake")
class CommitAuditTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final WorldRules RULES = WorldRules.none().withPredicateColumns("purpose", "date");

  @TempDir Path folder;

  private List<Finding> auditWith(String action) throws IOException {
    ReadsFixture table = Erased.careful().copyTo(folder.resolve("t"));
    Plant.text(table.root().resolve(table.commit(4)), action + "\n");
    return ClosedWorld.audit(ProofSession.files(), table.path(), RULES).findings();
  }

  private static String condition(String parameter, String value) {
    ObjectNode action = JSON.createObjectNode();
    action.putObject("commitInfo").putObject("operationParameters").put(parameter, value);
    return action.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          predicate           | ["((purpose#1330 = parking) AND (date#1331 = 2026-10-01))"]
          predicate           | ["('date = 2026-10-05)"]
          predicate           | ["date#2248 IN (2026-10-03,2026-10-02)"]
          predicate           | purpose='parking' and date='2026-10-05'
          predicate           | purpose = 'wa-stolen' AND date IN (DATE'2026-10-05', DATE'2026-10-06')
          predicate           | date >= TIMESTAMP'2026-10-05T00:00:00Z' AND purpose IN ('a.b', 'c_d')
          predicate           | ["true"]
          predicate           | []
          matchedPredicates   | [{"actionType":"delete"}]
          mode                | Overwrite
          """)
  void shouldAcceptConditionsOnAllowedColumns(String parameter, String value) throws IOException {
    assertEquals(List.of(), auditWith(condition(parameter, value)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          predicate            | ["(plate#2244 = ZZQ3K2X)"]                                      | names column plate
          predicate            | ["((purpose#1 = parking) AND StartsWith(plate#2, ZZQ3K2X))"]    | names column plate
          predicate            | ["('plate_key = 123456789015)"]                                 | names column plate_key
          predicate            | purpose='parking' and PLATE = 'ZZQ3K2X'                         | names column plate
          predicate            | ["(('plate = ZZQ3K2X) AND ('date = 2026-10-05))"]                | names column plate
          predicate            | ["(ZZQ3K2X#77 = parking)"]                                      | names something that is not an allowed column
          predicate            | ["(1 = 123456789015)"]                                          | has no column that can be recognised
          matchedPredicates    | [{"predicate":"(plate_key#3596L > 5)","actionType":"delete"}]   | names column plate_key
          expr                 | plate <> 'ZZQ3K2X'                                              | names column plate
          """)
  void shouldFindConditionsOnOtherColumns(String parameter, String value, String why)
      throws IOException {
    List<Finding> findings = auditWith(condition(parameter, value));

    assertEquals(
        List.of(
            new Finding(
                Finding.Kind.PREDICATE,
                "_delta_log/00000000000000000004.json",
                parameter + " " + why)),
        findings);
  }

  @Test
  void shouldFindTheConditionThatSparkRecords() throws IOException {
    ReadsFixture table = Erased.careful().copyTo(folder.resolve("t"));
    String plate = Erased.KEPT.get(0).plate();
    table.delete("purpose = 'parking' AND plate = '" + plate + "'");

    List<Finding> findings =
        ClosedWorld.audit(ProofSession.files(), table.path(), RULES).findings();

    assertTrue(
        findings.contains(
            new Finding(Finding.Kind.PREDICATE, table.commit(4), "predicate names column plate")),
        findings::toString);
    assertFalse(findings.toString().contains(plate));
    assertEquals(
        List.of(
            new NeedleHit(table.commit(4), "field commitInfo.operationParameters.predicate", 0)),
        NeedleScanner.scan(
                ProofSession.files(), table.path(), Needles.of(List.of(plate), List.of()))
            .hits()
            .stream()
            .filter(hit -> hit.path().startsWith("_delta_log/00000000000000000004.json"))
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "delta.enableDeletionVectors, true",
    "delta.enableChangeDataFeed, TRUE",
    "delta.enableRowTracking, true",
    "delta.randomizeFilePrefixes, true",
    "delta.columnMapping.mode, name",
    "delta.universalFormat.enabledFormats, iceberg",
  })
  void shouldFindFeaturesThatBreakTheProof(String property, String value) throws IOException {
    ObjectNode action = JSON.createObjectNode();
    ObjectNode metadata = action.putObject("metaData");
    metadata.putObject("configuration").put(property, value);
    metadata.putArray("partitionColumns").add("purpose").add("date");

    List<Finding> findings = auditWith(action.toString());

    assertEquals(1, findings.size(), findings::toString);
    assertEquals(Finding.Kind.FEATURE, findings.get(0).kind());
    assertTrue(findings.get(0).detail().startsWith(property), findings::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {"cdc":{"path":"_change_data/c.parquet"}}                                              | FEATURE
          {"protocol":{"minReaderVersion":1,"minWriterVersion":7,"writerFeatures":["catalogManaged"]}} | FEATURE
          {"add":{"path":"file:/elsewhere/a.parquet","size":1}}                                  | MISSING
          {"add":{"path":"b.parquet","size":1}}                                                  | MISSING
          """)
  void shouldFindActionsThatBreakTheProof(String action, Finding.Kind expected) throws IOException {
    assertEquals(List.of(expected), auditWith(action).stream().map(Finding::kind).toList());
  }
}
