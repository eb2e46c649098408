package io.platelake.core.search;

import io.platelake.core.policy.governance.PurposeStatementRules.Item;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Keys of a request: columns of a CSV file, keys of a YAML or JSON file. */
enum SearchKey {
  PURPOSE(null),
  PLATE(null),
  PART(null),
  STATE(null),
  MAKE(null),
  COLOR(null),
  BODY(null),
  CAMERAS(null),
  LAT(null),
  LON(null),
  RADIUS_M(null),
  FROM(null),
  TO(null),
  STATED_PURPOSE(Item.PURPOSE),
  OFFENCE(Item.OFFENCE_TYPE),
  REASON(Item.REASON),
  CASE(Item.CASE_NUMBER),
  INCIDENT(Item.INCIDENT_NUMBER),
  CALL(Item.CALL_FOR_SERVICE),
  SUSPECT(Item.SUSPECT_LAST_NAME),
  LEGAL_BASIS(null),
  RECIPIENT(null);

  private final Item item;

  SearchKey(Item item) {
    this.item = item;
  }

  /** What of the statement it holds. */
  Optional<Item> item() {
    return Optional.ofNullable(item);
  }

  /** As it is written. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(SearchKey::label).toList();
  }
}
