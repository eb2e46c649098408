package io.platelake.app.correct;

import static io.platelake.app.Rows.assertRows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.app.hotlist.ListFiles;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class CorrectTest {
  private static final String NOON = "2026-06-01T13:00:00Z";
  private static final String DAY = "2026-06-01T00:00:00Z/2026-06-02T00:00:00Z";

  @TempDir Path folder;

  /** The original keeps its values and its author is on record; the corrected read is matched. */
  @Test
  void shouldKeepTheOriginalAndMatchTheCorrectedRead() {
    Lake lake = lake();
    ListFiles files = new ListFiles(folder.resolve("lake"), folder);
    String entries = ListFiles.HEADER + "ABC1234,WA,stolen_vehicle,,,,,\n";
    files.load(
        "2026-06-01T12:00:00Z",
        "2026-06-01T12:00:00Z",
        files.definition("stolen", "criminal", "wa_dol"),
        files.write("stolen.csv", entries));
    assertEquals(1, match().record().at("/counts/hits").asLong(), "the misread one alone");
    Path wrong =
        files.write(
            "wrong.csv",
            "read_id,date,plate,state,color\n1,2026-06-01,XYZ9999,,\n2,2026-06-01,ABC1234,wa,Red\n");
    CliRun run = correct(wrong);
    assertEquals(0, run.code(), run.all());
    assertEquals(2, run.record().at("/counts/corrected").asLong());
    assertFalse(run.all().contains("ABC1234"), "no plate leaves");
    assertRows(
        """
        plate   | state | color | corrects | source     | captured_at | delete_after
        ABC1234 | WA    | -     | -        | feed-1     | 10:00:00    | 2026-06-22T10:00:00Z
        QQQ1111 | -     | -     | -        | feed-1     | 10:05:00    | 2026-06-22T10:05:00Z
        XYZ9999 | WA    | -     | 1        | correction | 10:00:00    | 2026-06-22T10:00:00Z
        ABC1234 | WA    | red   | 2        | correction | 10:05:00    | 2026-06-22T10:05:00Z
        """,
        lake.read(Table.READS));
    assertRows(
        """
        read_id | fields                        | reason          | principal | recorded_at
        1       | ArraySeq(plate)               | picture checked | tester    | 13:00:00
        2       | ArraySeq(color, plate, state) | picture checked | tester    | 13:00:00
        """,
        lake.read(Table.CORRECTIONS));
    assertEquals(1, match().record().at("/counts/hits").asLong());
    long corrected =
        lake.read(Table.READS).where("corrects = 2").select("read_id").first().getLong(0);
    assertEquals(1, lake.read(Table.HITS).where("read_id = " + corrected).count());
    CliRun again = correct(wrong);
    assertEquals(3, again.code(), again.all());
    assertTrue(again.err().contains("has been corrected already"), again.err());
  }

  @Test
  void shouldSayWhatIsWrong() {
    Lake lake = lake();
    ListFiles files = new ListFiles(folder.resolve("lake"), folder);
    String[][] cases = {
      {"9,2026-06-01,XYZ9999", "no read of the agency has this id"},
      {"1,2026-06-02,XYZ9999", "no read of the agency has this id"},
      {"1,yesterday,XYZ9999", "date is not a date"},
      {"x,2026-06-01,XYZ9999", "read_id is not a read id"},
      {"1,2026-06-01,", "it corrects nothing"},
      {"1,2026-06-01,ABC1234", "the read says so already"},
      {"1,2026-06-01,A*", "plate is no plate"},
    };
    for (String[] wrong : cases) {
      CliRun run = correct(files.write("wrong.csv", "read_id,date,plate\n" + wrong[0] + "\n"));
      assertEquals(2, run.code(), run.all());
      assertTrue(run.err().contains(wrong[1]), run.err());
    }
    lake.append(
        Table.PURGE_RUNS,
        Rows.of(
            Table.PURGE_RUNS,
            """
            step  | table_name | partition                        | agencies
            close | reads      | purpose=criminal/date=2026-06-01 | city-2
            """),
        new CommitKey("close", 0));
    CliRun closed = correct(files.write("wrong.csv", "read_id,date,plate\n1,2026-06-01,XYZ9999\n"));
    assertEquals(3, closed.code(), closed.all());
    assertTrue(closed.err().contains("a purge has closed the date"), closed.err());
    assertEquals(2, lake.read(Table.READS).count());
  }

  private Lake lake() {
    return TestLake.in(
        folder.resolve("lake"),
        CorrectTest.class,
        lake ->
            lake.append(
                Table.READS,
                Rows.of(
                    Table.READS,
                    """
                    read_id | plate   | state | captured_at
                    1       | ABC1234 | WA    | 10:00
                    2       | QQQ1111 | -     | 10:05
                    """),
                new CommitKey("reads", 0)));
  }

  private CliRun correct(Path file) {
    return CliRun.at(
        folder.resolve("lake"),
        NOON,
        "correct",
        "--agency",
        "city-2",
        "--purpose",
        "criminal",
        "--reason",
        "picture checked",
        file.toString(),
        "--json");
  }

  private CliRun match() {
    CliRun run =
        CliRun.at(
            folder.resolve("lake"), "2026-06-01T14:00:00Z", "match", "--window", DAY, "--json");
    assertEquals(0, run.code(), run.all());
    return run;
  }
}
