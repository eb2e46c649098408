package io.platelake.core.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenFindingsTest {
  /** Checks in order: plan, day, outcome, searched or not, covers. */
  @ParameterizedTest
  @CsvSource({
    "a 1 finding -, 1",
    "a 1 clean -, ''",
    "a 1 finding -; a 1 clean -, ''",
    "a 2 finding -; a 1 clean -, 1",
    "a 1 finding -; b 2 clean -, 1",
    "a 1 clean -; a 1 finding -, 2",
    "a 1 finding search; a 2 clean -, 1",
    "a 1 finding search; a 2 clean search, 1",
    "a 1 finding search; a 2 clean search+1, ''",
    "a 1 finding search; a 2 finding search+1; a 3 clean search+2, 1",
    "a 1 finding search; a 2 finding search+1; a 3 clean search+1+2, ''",
    "a 1 finding -; a 2 finding -; a 3 clean -, ''",
  })
  void shouldCloseAFindingOnlyByAnEqualOrWiderCheck(String checks, String open) {
    List<CertifiedCheck> all = new ArrayList<>();
    for (String check : checks.split("; ")) {
      String[] words = check.split(" ");
      String[] search = words[3].split("\\+");
      all.add(
          new CertifiedCheck(
              all.size() + 1,
              words[0],
              Instant.parse("2026-06-0" + words[1] + "T04:00:00Z"),
              words[2].equals("clean"),
              search[0].equals("search"),
              Arrays.stream(search).skip(1).map(Long::valueOf).collect(Collectors.toSet())));
    }
    Set<Long> numbers =
        OpenFindings.of(all).stream().map(CertifiedCheck::seq).collect(Collectors.toSet());
    assertEquals(
        Arrays.stream(open.split(" "))
            .filter(n -> !n.isEmpty())
            .map(Long::valueOf)
            .collect(Collectors.toSet()),
        numbers);
  }
}
