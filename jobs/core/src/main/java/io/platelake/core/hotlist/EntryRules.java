package io.platelake.core.hotlist;

import io.platelake.core.BadInput;
import io.platelake.core.hotlist.layout.ListField;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which entries of a list a policy accepts (Washington policy, sections 3.1 and 4.2).
 * Section 3.1 gives categories, offence classes and a determination documented in a case file;
 * section 4.2 the entries that must never be loaded.
 *
 * @param categories categories that are accepted
 * @param offenceClasses per category the offence classes it is limited to; a category without an
 *     entry here, or with an empty one, needs none
 * @param prohibitedCategories categories whose records are dropped and counted, whatever else they
 *     hold
 * @param requiredFields fields that every accepted entry fills
 * @param minKnown fewest characters of an entry that knows a part of its plate; empty where such
 *     entries are not accepted
 * @param vehicleOnly whether entries that describe a vehicle without a plate are accepted
 */
public record EntryRules(
    Set<String> categories,
    Map<String, Set<String>> offenceClasses,
    Set<String> prohibitedCategories,
    Set<ListField> requiredFields,
    OptionalInt minKnown,
    boolean vehicleOnly) {

  /** Rules under which every entry has a whole plate. */
  public EntryRules(
      Set<String> categories,
      Map<String, Set<String>> offenceClasses,
      Set<String> prohibitedCategories,
      Set<ListField> requiredFields) {
    this(
        categories,
        offenceClasses,
        prohibitedCategories,
        requiredFields,
        OptionalInt.empty(),
        false);
  }

  public EntryRules {
    categories = Set.copyOf(categories);
    prohibitedCategories = Set.copyOf(prohibitedCategories);
    requiredFields = Set.copyOf(requiredFields);
    Objects.requireNonNull(minKnown, "minKnown");
    offenceClasses =
        offenceClasses.entrySet().stream()
            .filter(e -> !e.getValue().isEmpty())
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
    for (String prohibited : prohibitedCategories) {
      if (categories.contains(prohibited)) {
        throw new BadInput(
            "hot-list category " + prohibited,
            "it is both accepted and prohibited",
            "Remove it from one of the two lists.");
      }
    }
    for (String limited : offenceClasses.keySet()) {
      if (!categories.contains(limited)) {
        throw new BadInput(
            "offence classes of hot-list category " + limited,
            "the category is not accepted",
            "List the category, or remove its offence classes.");
      }
    }
  }
}
