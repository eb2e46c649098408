package io.platelake.app.policy;

import io.platelake.core.policy.Policy;
import io.platelake.core.policy.PolicyFile;
import io.platelake.core.policy.collection.PurposeRule;
import io.platelake.core.policy.matching.AlertRules;
import io.platelake.core.policy.matching.Tier;
import io.platelake.core.policy.retention.HoldRule;
import io.platelake.core.policy.retention.RecordRule;
import io.platelake.core.policy.retention.RetentionRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a policy says about one read, in sentences that each name their authority. */
final class Explanation {
  private final PolicyFile file;
  private final Policy policy;
  private final String purpose;
  private final Instant captured;

  Explanation(PolicyFile file, String purpose, Instant captured) {
    this.file = file;
    this.policy = file.rules();
    this.purpose = purpose;
    this.captured = captured;
  }

  /**
   * @throws io.platelake.core.Refusal for a purpose that the policy does not name
   */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    PurposeRule rule = policy.purpose(purpose);
    lines.add(
        "A read of "
            + captured
            + " for "
            + purpose
            + ", under "
            + policy.id()
            + " version "
            + policy.version()
            + ":");
    lines.add("  may be collected   for " + words(rule.uses()) + " (" + rule.authority() + ")");
    if (!rule.users().isEmpty()) {
      lines.add("  may be used by     " + words(new TreeSet<>(rule.users())));
    }
    lines.add("  its pictures       " + pictures(rule));
    policy
        .alertRules(purpose)
        .ifPresent(alerts -> lines.add("  may alert          " + hits(alerts)));
    limit(lines);
    policy.holds().forEach((kind, hold) -> hold(lines, kind, hold));
    new TreeMap<>(policy.records()).forEach((kind, record) -> record(lines, kind, record));
    if (!file.blanks().isEmpty()) {
      lines.add(
          "NOTE: "
              + file.blanks().size()
              + " values of this policy are not filled in; their examples were used here.");
    }
    return lines;
  }

  private static String pictures(PurposeRule rule) {
    return rule.images()
        .map(i -> (rule.keepsImages() ? "are kept (" : "are dropped (") + i.authority() + ")")
        .orElse("are dropped: the policy does not say that they are kept");
  }

  /** The tiers in their order, each with the score it needs. */
  private static String hits(AlertRules rules) {
    List<String> tiers = new ArrayList<>();
    for (Tier tier : new TreeSet<>(rules.tiers())) {
      Double least = rules.leastScores().get(tier);
      String name = tier.name().toLowerCase(Locale.ROOT);
      String unless = tier == Tier.EXACT ? " unless the state is the same" : "";
      tiers.add(least == null ? name : name + " from a score of " + least + " on" + unless);
    }
    return "by plates that are "
        + String.join(", ", tiers)
        + " ("
        + rules.certaintyAuthority()
        + ")";
  }

  private void limit(List<String> lines) {
    RetentionRule rule = policy.retention(purpose);
    rule.keptUntil(captured)
        .ifPresent(
            until ->
                lines.add(
                    "  is kept until      "
                        + until
                        + ": at least "
                        + rule.min().get()
                        + " from "
                        + clock(rule)
                        + " ("
                        + rule.authority()
                        + ")"));
    Optional<Instant> expires = rule.expiresAt(captured);
    if (expires.isPresent()) {
      lines.add(
          "  must be gone by    "
              + expires.get()
              + ": at most "
              + rule.max().get()
              + " from "
              + clock(rule)
              + " ("
              + rule.authority()
              + ")");
      lines.add(
          "  goes in            the first purge from "
              + expires.get().minus(policy.purgeRules().horizon())
              + " on, so that it is gone in time ("
              + policy.purgeRules().scheduleAuthority()
              + ")");
    } else {
      lines.add("  has no latest day  the policy sets no maximum (" + rule.authority() + ")");
    }
    if (!rule.approval().isEmpty()) {
      lines.add(
          "  goes only after    approval by each of "
              + words(new TreeSet<>(rule.approval()))
              + " ("
              + rule.authority()
              + ")");
    }
  }

  private void hold(List<String> lines, String kind, HoldRule hold) {
    if (hold.purposes().contains(purpose)) {
      String length = hold.keep().amount() == 0 ? "" : hold.keep() + " after ";
      lines.add(
          "  may stay longer    as "
              + kind
              + ", until "
              + length
              + hold.after().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + " ("
              + hold.authority()
              + ")");
    }
  }

  private void record(List<String> lines, String kind, RecordRule record) {
    List<String> parts = new ArrayList<>();
    if (record.followsReads()) {
      parts.add("as the read");
    }
    record
        .own()
        .ifPresent(
            own -> {
              own.min()
                  .filter(m -> !own.max().equals(own.min()))
                  .ifPresent(m -> parts.add("at least " + m + " from " + clock(own)));
              own.max()
                  .ifPresent(
                      m ->
                          parts.add(
                              m.amount() == 0 ? "until " + clock(own) : m + " from " + clock(own)));
              if (!own.approval().isEmpty()) {
                parts.add("gone only after approval by " + words(new TreeSet<>(own.approval())));
              }
            });
    lines.add(
        String.format("  %-18s %s (%s)", kind, String.join(", or ", parts), record.authority()));
  }

  private static String clock(RetentionRule rule) {
    return rule.clock().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String words(Iterable<String> names) {
    return String.join(", ", names).replace('_', ' ');
  }
}
