package io.platelake.app.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.app.facts.FactsJob.Scope;
import io.platelake.lake.TestSpark;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rows that facts are computed of, out of every pair of agency, purpose and date. */
@Tag("lake")
class ScopedRowsTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
  private static final LocalDate SECOND = LocalDate.of(2026, 6, 2);

  @Test
  void shouldBeThoseOfTheScopesAndNoOthers() {
    FactScopes scopes =
        new FactScopes(
            List.of(
                new Scope("a", "criminal", List.of(FIRST, SECOND)),
                new Scope("b", "criminal", List.of(SECOND)),
                new Scope("c", "criminal", List.of(SECOND)),
                new Scope("b", "traffic", List.of(FIRST))));
    List<Row> every = new ArrayList<>();
    for (String agency : List.of("a", "b", "c", "d")) {
      for (String purpose : List.of("criminal", "traffic", "parking")) {
        for (LocalDate date : List.of(FIRST.minusDays(1), FIRST, SECOND)) {
          every.add(RowFactory.create(agency, purpose, Date.valueOf(date)));
        }
      }
    }
    List<String> found =
        TestSpark.session()
            .createDataFrame(
                every, StructType.fromDDL("agency_id string, purpose string, date date"))
            .where(scopes.rows())
            .collectAsList()
            .stream()
            .map(Row::toString)
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "[a,criminal,2026-06-01]",
            "[a,criminal,2026-06-02]",
            "[b,criminal,2026-06-02]",
            "[b,traffic,2026-06-01]",
            "[c,criminal,2026-06-02]"),
        found);
  }
}
