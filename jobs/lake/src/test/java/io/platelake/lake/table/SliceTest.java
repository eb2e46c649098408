package io.platelake.lake.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.contract.TableContract;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
  private final TableContract reads = Contracts.load().get(Table.READS);

  @Test
  void shouldBeAConjunctionOfLiterals() {
    assertEquals(
        "purpose = 'criminal' AND date = DATE'2026-06-01' AND agency_id IN ('a-1', 'a-2')",
        Slice.all()
            .where("purpose", "criminal")
            .where("date", FIRST)
            .whereIn("agency_id", List.of("a-1", "a-2"))
            .sql(reads));
  }

  @Test
  void shouldCoverADateByItsWindow() {
    assertEquals(
        "date >= DATE'2026-06-01' AND date <= DATE'2026-06-01'"
            + " AND captured_at >= TIMESTAMP'2026-06-01T00:00:00Z'"
            + " AND captured_at < TIMESTAMP'2026-06-02T00:00:00Z'",
        Slice.all().where("date", "captured_at", Window.day(FIRST)).sql(reads));
  }

  @Test
  void shouldJoinSlicesWithOr() {
    assertEquals(
        "((purpose = 'cve' AND date = DATE'2026-06-01') OR (purpose = 'traffic')) AND source = 'f'",
        Slice.anyOf(
                List.of(
                    Slice.all().where("purpose", "cve").where("date", FIRST),
                    Slice.all().where("purpose", "traffic")))
            .where("source", "f")
            .sql(reads));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plate", "plate_key", "fold_key", "candidates", "image_ref", "lat"})
  void shouldRefuseAColumnThatGivesSomethingAway(String column) {
    Slice slice = Slice.all().where("purpose", "criminal").where(column, "X1");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> slice.sql(reads));
    assertTrue(e.getMessage().contains(column), e.getMessage());
    Slice hidden = Slice.anyOf(List.of(slice));
    assertThrows(IllegalArgumentException.class, () -> hidden.sql(reads));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "x' OR '1'='1", "a;b"})
  void shouldRefuseWhatIsNoId(String id) {
    assertThrows(IllegalArgumentException.class, () -> Slice.all().where("source", id));
  }

  @Test
  void shouldRefuseToBeTheWholeTable() {
    assertThrows(IllegalArgumentException.class, () -> Slice.all().sql(reads));
  }

  @Test
  void shouldRefuseAWindowThatEndsBeforeItStarts() {
    Instant noon = Instant.parse("2026-06-01T12:00:00Z");
    assertThrows(IllegalArgumentException.class, () -> new Window(noon, noon));
  }
}
