package io.platelake.core.purge;

import io.platelake.core.Refusal;
import io.platelake.core.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which rows a purge takes.
 *
 * <p>Rows of one owner, purpose and date go together, in the last run that finishes before the
 * first of them expires. They go no earlier than the minimum of the policy allows for the last of
 * them, and only with the approvals that the policy asks for. Where it sets no maximum, an approval
 * is what asks for them. Passes, and pictures that follow reads, go with the reads of their date.
 */
public final class DueRule {
  private final Map<String, OwnerRetention> owners;
  private final ReadApprovals approvals;
  private final Instant asOf;

  /**
   * @param policies policy in force of each agency, by agency
   * @param approvals approvals on record
   * @param asOf now of the purge, UTC
   */
  public DueRule(Map<String, Policy> policies, ReadApprovals approvals, Instant asOf) {
    this.owners =
        policies.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, e -> new OwnerRetention(e.getValue())));
    this.approvals = approvals;
    this.asOf = asOf;
  }

  /** The last UTC date that can hold a row that goes: every younger row stays. */
  public LocalDate lastDate() {
    Duration shortest =
        owners.values().stream()
            .flatMap(OwnerRetention::firstTakes)
            .min(Duration::compareTo)
            .orElse(Duration.ZERO);
    return LocalDate.ofInstant(asOf.minus(shortest), ZoneOffset.UTC);
  }

  /**
   * Judges rows.
   *
   * @param rows each kind, owner, purpose and date once, in any order
   * @return by kind, reads first, otherwise in the given order
   * @throws Refusal if an owner has no policy
   */
  public List<JudgedRows> judge(Collection<OwnedRows> rows) {
    Set<OwnedDate> readsThatGo = new HashSet<>();
    List<JudgedRows> judged = new ArrayList<>();
    for (OwnedRows one : rows.stream().sorted(Comparator.comparing(OwnedRows::kind)).toList()) {
      JudgedRows result = new JudgedRows(one, judge(one, readsThatGo.contains(one.of())));
      judged.add(result);
      if (one.kind() == RowKind.READS && result.isDue()) {
        readsThatGo.add(one.of());
      }
    }
    return judged;
  }

  /**
   * Judges the rows of one kind.
   *
   * @param readsGo the reads of their owner, purpose and date go in this run. A date of reads goes
   *     by its oldest read, which may have no pass and no picture, so theirs may expire later.
   * @throws Refusal if the owner has no policy
   */
  DueJudgement judge(OwnedRows rows, boolean readsGo) {
    OwnerRetention owner = owner(rows.agency());
    Optional<Instant> limit = owner.expiresAt(rows.kind(), rows.purpose(), rows.ages());
    Optional<Instant> kept = owner.keptUntil(rows.kind(), rows.purpose(), rows.ages());
    Set<String> approvers = owner.approvers(rows.kind(), rows.purpose());
    Set<String> missing = approvals.missing(rows.of(), approvers, rows.ages().newest());
    boolean withReads = readsGo && owner.goesWithReads(rows.kind());
    boolean asked =
        limit
            .map(end -> !end.isAfter(asOf.plus(owner.horizon())))
            .orElseGet(() -> !approvers.isEmpty());
    boolean old = kept.filter(until -> until.isAfter(asOf)).isEmpty();
    if (withReads || asked && old && missing.isEmpty()) {
      return new DueJudgement.Goes(limit, limit.or(() -> kept).orElse(rows.ages().newest()));
    }
    return old && !missing.isEmpty() ? new DueJudgement.Waits(missing) : new DueJudgement.Stays();
  }

  private OwnerRetention owner(String agency) {
    OwnerRetention owner = owners.get(agency);
    if (owner == null) {
      throw new Refusal(
          "Rows of agency " + agency,
          "it has no policy in force, so nobody can say when they must go",
          "Adopt a policy with: platelake policy adopt --agency " + agency + " --policy FILE");
    }
    return owner;
  }
}
