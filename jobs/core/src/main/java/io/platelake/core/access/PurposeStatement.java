package io.platelake.core.access;

import io.platelake.core.policy.governance.PurposeStatementRules.Item;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a person states before looking.
 *
 * @param items texts as they were typed, without blank ones
 */
public record PurposeStatement(Map<Item, String> items) {
  /** A person who states nothing. */
  public static final PurposeStatement EMPTY = new PurposeStatement(Map.of());

  public PurposeStatement {
    Map<Item, String> given = new EnumMap<>(Item.class);
    items.forEach(
        (item, text) -> {
          if (text != null && !text.isBlank()) {
            given.put(item, text.strip());
          }
        });
    items = java.util.Collections.unmodifiableMap(given);
  }

  Optional<String> find(Item item) {
    return Optional.ofNullable(items.get(item));
  }
}
