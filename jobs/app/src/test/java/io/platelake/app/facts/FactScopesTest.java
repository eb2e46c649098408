package io.platelake.app.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.facts.FactsJob.Scope;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FactScopesTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
  private static final LocalDate SECOND = LocalDate.of(2026, 6, 2);

  @Test
  void shouldSayEachPurposeOnceHoweverManyAgencies() {
    FactScopes state =
        new FactScopes(
            IntStream.range(0, 300)
                .boxed()
                .flatMap(
                    n ->
                        List.of("criminal", "traffic", "parking").stream()
                            .map(p -> new Scope("agency-" + n, p, List.of(FIRST, SECOND))))
                .toList());
    String sql = sql(state);
    assertEquals(3, sql.split(" OR ").length);
    assertEquals(3 * 300, sql.split("'agency-").length - 1);
    assertEquals(3 * 2, sql.split("DATE'").length - 1);
    assertTrue(state.rows().toString().contains("agency-299"));
  }

  @Test
  void shouldKeepDatesApartThatAreClosedForOneAgencyOnly() {
    FactScopes two =
        new FactScopes(
            List.of(
                new Scope("a", "criminal", List.of(FIRST, SECOND)),
                new Scope("b", "criminal", List.of(SECOND))));
    assertEquals(
        "((agency_id IN ('a') AND purpose = 'criminal' AND date IN (DATE'2026-06-01',"
            + " DATE'2026-06-02')) OR (agency_id IN ('b') AND purpose = 'criminal' AND date IN"
            + " (DATE'2026-06-02')))",
        sql(two));
  }

  @Test
  void shouldBeEmptyWhenEveryDateIsClosed() {
    assertTrue(new FactScopes(List.of(new Scope("a", "criminal", List.of()))).isEmpty());
    assertFalse(new FactScopes(List.of(new Scope("a", "criminal", List.of(FIRST)))).isEmpty());
  }

  private static String sql(FactScopes scopes) {
    return scopes.slice().sql(Contracts.load().get(Table.DAILY_FACTS));
  }
}
