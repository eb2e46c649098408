package io.platelake.app.audit.sample;

import io.platelake.core.BadInput;
import io.platelake.core.detect.ScreenedSearch;
import io.platelake.core.register.RegisterHistory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a sample may be stratified by, so that no part of the agency stays unseen. */
enum Strata {
  UNIT,
  ACCOUNT,
  ORGANISATION;

  private static final String UNKNOWN = "unknown";

  /** The word of {@code --by}; {@code BadInput} if it is none. */
  static Optional<Strata> read(String word) {
    if (word == null) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(values())
            .filter(strata -> strata.label().equals(word))
            .findFirst()
            .orElseThrow(
                () -> new BadInput("--by", "is unknown", "Use unit, account or organisation.")));
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Stratum of each search, by id. */
  Map<String, String> of(List<ScreenedSearch> searches, RegisterHistory users) {
    Map<String, String> strata = new LinkedHashMap<>();
    searches.forEach(search -> strata.put(search.id(), stratum(search, users)));
    return strata;
  }

  private String stratum(ScreenedSearch search, RegisterHistory users) {
    String account = search.account().isValue() ? search.account().text() : UNKNOWN;
    return switch (this) {
      case ACCOUNT -> account;
      case ORGANISATION -> search.isOwn() ? "own" : search.organisation();
      case UNIT ->
          users.find(account, search.at()).flatMap(entry -> entry.find("unit")).orElse(UNKNOWN);
    };
  }
}
