package io.platelake.core.list;

import io.platelake.core.Refusal;
import io.platelake.core.hotlist.EntryRules;
import io.platelake.core.hotlist.ListCounts;
import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.hotlist.layout.ListField;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.matching.HotlistRules;
import io.platelake.core.policy.matching.SourceRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a policy asks of one list (Washington policy, 3.1, 4.2 and 4.7).
 *
 * @param limits what a new snapshot must keep to
 * @param entryRules which of its entries are accepted
 * @param classes under which fold keys are made
 * @param approvers who has to approve it
 */
public record Admission(
    UpdateLimits limits, EntryRules entryRules, OcrClasses classes, Approvers approvers) {
  /** The largest difference between the time in a file and the time it is offered with. */
  private static final Duration SAME_TIME = Duration.ofHours(1);

  /**
   * @throws Refusal if the purpose has no hot lists or does not name the list's source
   */
  public static Admission of(Policy policy, ListDefinition list) {
    HotlistRules rules = policy.hotlistRules(list.purpose());
    SourceRule source =
        rules
            .source(list.source())
            .orElseThrow(
                () ->
                    new Refusal(
                        "Hot list " + list.id(),
                        "the policy does not name its source for purpose " + list.purpose(),
                        "Lists may come from " + new TreeSet<>(rules.listIds()) + "."));
    EntryRules entryRules =
        new EntryRules(
            rules.categories().keySet(),
            rules.offenceClassesByCategory(),
            rules.prohibited().keySet(),
            fields(list, source),
            policy
                .matchingRules()
                .partial()
                .map(rule -> OptionalInt.of(rule.minKnown()))
                .orElse(OptionalInt.empty()),
            policy.matchingRules().vehicleOnly().isPresent());
    return new Admission(
        new UpdateLimits(
            rules.maxAge(), rules.minShareOfLast(), policy.landingRules().futureTolerance()),
        entryRules,
        OcrClasses.of(policy.matchingRules().ocrClasses()),
        Approvers.of(list, source));
  }

  /**
   * A list id means one list. Entries of another purpose or agency under the same id would cross
   * the wall between them, and would look like a newer snapshot.
   *
   * @throws Refusal if the id is another list's
   */
  public static void refuseForeign(ListDefinition list, List<Snapshot> accepted) {
    for (Snapshot s : accepted) {
      boolean same =
          s.agency().equals(list.agency())
              && s.owner().equals(list.owner())
              && s.purpose().equals(list.purpose())
              && s.source().equals(list.source());
      if (s.list().equals(list.id()) && !same) {
        throw new Refusal(
            "Hot list " + list.id(),
            "the id belongs to a list of agency "
                + s.agency()
                + (s.owner().equals(s.agency()) ? "" : ", owner " + s.owner())
                + ", purpose "
                + s.purpose()
                + ", source "
                + s.source(),
            "Give this list another id.");
      }
    }
  }

  /**
   * @param current the snapshots that the list goes by until now
   * @throws Refusal if a snapshot is too old, dated ahead, older than the last, empty or shrunken,
   *     or says itself that it was made at another time
   */
  public void refuseUnlessUpdate(
      String list, Instant sourceTime, Instant asOf, ListCounts counts, CurrentSnapshots current) {
    Instant stated = counts.statedTime();
    if (stated != null && Duration.between(stated, sourceTime).abs().compareTo(SAME_TIME) > 0) {
      throw new Refusal(
          "hot list " + list,
          "its header says it was made " + stated + ", and --source-time is " + sourceTime,
          "Give the time of the header.");
    }
    new SnapshotGuard(limits, asOf)
        .check(new OfferedSnapshot(list, sourceTime, counts.accepted()), current);
  }

  private static Set<ListField> fields(ListDefinition list, SourceRule source) {
    return source.requiredFields().stream()
        .map(
            key ->
                ListField.of(key)
                    .orElseThrow(
                        () ->
                            new Refusal(
                                "Hot list " + list.id(),
                                "the policy requires the field " + key + ", which no list has",
                                "Correct required_fields of its sources.")))
        .collect(Collectors.toUnmodifiableSet());
  }
}
