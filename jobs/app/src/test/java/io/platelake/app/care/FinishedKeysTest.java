package io.platelake.app.care;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinishedKeysTest {
  private static final FinishedKeys KEYS =
      new FinishedKeys(Set.of("b-planned"), Set.of("open"), Set.of("s-loaded"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          run:6f1c                  | true  | the record of a run is its last commit
          raw:f-1:0a1b              | true  | a noted file is known by its row
          land:b-done               | true  | the ledger has its account
          land:b-planned            | false | a later run lands it
          purge:done:sweep:reads    | true  | nothing of it is left to do
          purge:open:delete:reads   | false | it may be resumed
          raw-gone:done             | true  | a step of a finished purge
          raw-gone:open             | false | a step of a purge that may be resumed
          hotlist:s-loaded          | true  | its row came last
          hotlist:s-half            | false | its entries may be written again
          hold:order-1:opened       | false | a person may give the same order again
          land-plan:f-1             | false | the numbers of a feed go on
          certificates              | false | the numbers of certificates go on
          confusions                | false | as above
          """)
  void shouldRetireWhatNoRunAsksForAgain(String key, boolean finished, String why) {
    assertEquals(finished, KEYS.contains(key), why);
  }
}
