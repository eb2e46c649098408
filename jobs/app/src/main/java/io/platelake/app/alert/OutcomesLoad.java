package io.platelake.app.alert;

import io.platelake.app.alert.OutcomeCsv.Placed;
import io.platelake.app.job.JobContext;
import io.platelake.app.ledger.alert.OutcomeLedger;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.BadInput;
import io.platelake.core.match.outcome.Adjudication;
import io.platelake.core.match.outcome.AlertOutcome;
import io.platelake.core.match.outcome.VerificationOrder.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Takes outcomes over: all of the files or nothing. What is known already stays as it is, however
 * often it comes.
 */
final class OutcomesLoad {

  /**
   * What a load found.
   *
   * @param hits hits that the files are about
   * @param unknownHits of these, hits that are not kept, or never were
   * @param faults hits of the files by what was wrong with the order of their steps
   * @param faulty ids of these hits
   */
  record Loaded(
      long added,
      long known,
      long corrected,
      long hits,
      long unknownHits,
      Map<Fault, Long> faults,
      Set<Long> faulty) {}

  private final JobContext job;
  private final PolicyInForce policy;
  private final OutcomeLedger ledger;
  private final boolean correct;

  OutcomesLoad(JobContext job, PolicyInForce policy, boolean correct) {
    this.job = job;
    this.policy = policy;
    this.ledger = new OutcomeLedger(job.lake(), policy.agency());
    this.correct = correct;
  }

  /**
   * @throws BadInput if an id stands for two different things, in the files or against the table
   */
  Loaded run(List<Placed> lines) {
    Map<String, Placed> given = distinct(lines);
    Map<String, AlertOutcome> known = ledger.byId(given.keySet());
    List<AlertOutcome> added = new ArrayList<>();
    List<AlertOutcome> corrected = new ArrayList<>();
    List<BadInput> changed = new ArrayList<>();
    Map<Long, Instant> captured = captured(hits(given.values()));
    given.forEach(
        (id, line) -> {
          AlertOutcome before = known.get(id);
          if (before == null) {
            added.add(withAlertAt(line.outcome(), captured));
          } else if (!line.outcome().repeats(before)) {
            AlertOutcome better = withAlertAt(line.outcome(), captured);
            boolean lost =
                better.alertAt() == null && Objects.equals(better.hitId(), before.hitId());
            corrected.add(lost ? better.withAlertAt(before.alertAt()) : better);
            changed.add(
                new BadInput(
                    line.place(),
                    "its outcome_id already exists with other values",
                    "Add --correct to overwrite it."));
          }
        });
    if (!correct && !changed.isEmpty()) {
      throw BadInput.all(changed);
    }
    ledger.add(added, job.asOf());
    ledger.replace(corrected, job.asOf());
    return loaded(given, added.size(), corrected.size(), captured.keySet());
  }

  private static Map<String, Placed> distinct(List<Placed> lines) {
    Map<String, Placed> byId = new LinkedHashMap<>();
    for (Placed line : lines) {
      Placed before = byId.putIfAbsent(line.outcome().id(), line);
      if (before != null && !before.outcome().equals(line.outcome())) {
        throw new BadInput(
            line.place(),
            "its outcome_id has other values in " + before.place(),
            "Keep one of the two.");
      }
    }
    return byId;
  }

  private Map<Long, Instant> captured(Set<Long> hits) {
    Map<Long, Instant> all = new HashMap<>();
    AgencyHits.of(job.lake(), policy).forEach(own -> all.putAll(own.capturedAt(hits)));
    return all;
  }

  /** Without the source's word an alert counts from the capture: it cannot have been earlier. */
  private static AlertOutcome withAlertAt(AlertOutcome outcome, Map<Long, Instant> captured) {
    return outcome.alertAt() != null || outcome.hitId() == null
        ? outcome
        : outcome.withAlertAt(captured.get(outcome.hitId()));
  }

  private Loaded loaded(Map<String, Placed> given, long added, long corrected, Set<Long> kept) {
    Set<Long> hits = hits(given.values());
    Map<Fault, Long> faults = new TreeMap<>();
    Set<Long> faulty = new TreeSet<>();
    Map<Long, Adjudication> adjudications = ledger.adjudications();
    for (Long hit : hits) {
      for (Fault fault : adjudications.get(hit).faults()) {
        faults.merge(fault, 1L, Long::sum);
        faulty.add(hit);
      }
    }
    return new Loaded(
        added,
        given.size() - added - corrected,
        corrected,
        hits.size(),
        hits.stream().filter(h -> !kept.contains(h)).count(),
        faults,
        faulty);
  }

  private static Set<Long> hits(Collection<Placed> lines) {
    return lines.stream()
        .map(line -> line.outcome().hitId())
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
