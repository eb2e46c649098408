package io.platelake.app.search;

import io.platelake.core.accesslog.LoggedOutcome;
import java.util.List;
import java.util.Optional;

/**
 * What came of requests.
 *
 * @param tooMany requests that more reads fit than they may see
 * @param rowsLooked reads that they found
 * @param rowsGiven rows of the answers
 */
record SearchCounts(
    long requests, long denied, long tooMany, long answered, long rowsLooked, long rowsGiven) {
  static final SearchCounts NONE = new SearchCounts(0, 0, 0, 0, 0, 0);

  SearchCounts plus(List<String> denials, Optional<LoggedOutcome> outcome) {
    boolean isTooMany =
        outcome.filter(o -> o.result() == LoggedOutcome.Result.TOO_MANY).isPresent();
    return new SearchCounts(
        requests + 1,
        denied + (denials.isEmpty() ? 0 : 1),
        tooMany + (isTooMany ? 1 : 0),
        answered + (denials.isEmpty() && !isTooMany ? 1 : 0),
        rowsLooked + outcome.map(LoggedOutcome::looked).orElse(0L),
        rowsGiven + outcome.map(LoggedOutcome::given).orElse(0L));
  }

  boolean hasRefused() {
    return denied + tooMany > 0;
  }
}
