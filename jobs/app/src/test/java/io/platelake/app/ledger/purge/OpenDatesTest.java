package io.platelake.app.ledger.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class OpenDatesTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-06-01");
  private static final LocalDate SECOND = LocalDate.parse("2026-06-02");

  @TempDir Path folder;

  /** A purge has closed a date of one agency, and the other's rows of that date are replaced. */
  @Test
  void shouldReplaceOtherDatesOfEachAgencyInOneCommitBehindThePurposeWall() {
    Lake lake = TestLake.in(folder);
    lake.append(
        Table.HITS,
        Rows.of(
            Table.HITS,
            """
            hit_id | agency_id | captured_at
            1      | city-1    | 2026-06-01T10:00:00Z
            2      | city-1    | 2026-06-02T10:00:00Z
            3      | city-2    | 2026-06-01T10:00:00Z
            4      | city-2    | 2026-06-02T10:00:00Z
            """),
        new CommitKey("test", 0));
    OpenDates open =
        OpenDates.of(
            "criminal",
            Set.of("city-1", "city-2"),
            List.of(FIRST, SECOND),
            Set.of(new ClosedDates.Closed("city-1", "criminal", FIRST)));
    Lake serving =
        Lake.at(TestSpark.session().newSession(), folder.toString(), Contracts.load())
            .serving("criminal");
    Rows.assertRows("hit_id\n2\n3\n4", serving.read(Table.HITS, "criminal").where(open.holds()));
    OpenDates withGap =
        new OpenDates(
            "criminal", Map.of("city-2", List.of(SECOND.plusDays(2), FIRST), "city-1", List.of()));
    Rows.assertRows("hit_id\n3", serving.read(Table.HITS, "criminal").where(withGap.holds()));
    serving.replace(
        Table.HITS,
        Rows.of(
            Table.HITS,
            """
            hit_id | agency_id | captured_at
            5      | city-1    | 2026-06-02T10:00:00Z
            6      | city-2    | 2026-06-01T10:00:00Z
            """),
        open.slice());
    Rows.assertRows("hit_id\n1\n5\n6", lake.read(Table.HITS));
  }

  @Test
  void shouldLeaveOutAgenciesWithoutADate() {
    OpenDates none = new OpenDates("criminal", Map.of("city-1", List.of()));
    assertEquals(Set.of(), none.agencies());
    assertThrows(IllegalStateException.class, none::slice);
  }
}
