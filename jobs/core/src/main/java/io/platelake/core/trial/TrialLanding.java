package io.platelake.core.trial;

import io.platelake.core.feed.CanonicalRead;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.ParsedRead;
import io.platelake.core.feed.ReadIdentity;
import io.platelake.core.feed.RecordResult;
import io.platelake.core.land.Fate;
import io.platelake.core.land.Judgement;
import io.platelake.core.land.LandingReason;
import io.platelake.core.land.LandingRulebook;
import io.platelake.core.record.Disposition;
import io.platelake.core.zone.ProtectedPlace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Judges the records of a feed as landing would, and writes nothing. Without a rulebook every
 * record that is a read is kept. A record repeats an event if an earlier record of the trial has
 * the same identity; a lake may know more.
 */
public final class TrialLanding {
  /** Identities that are compared: more would fill the memory. */
  private static final int COMPARED = 2_000_000;

  private final FeedDefinition feed;
  private final Optional<LandingRulebook> rules;
  private final int shown;
  private final List<TrialRecord> first = new ArrayList<>();
  private final TrialCounts counts = new TrialCounts();
  private final Set<Long> known = new HashSet<>();

  /**
   * @param rules of the policy, the cameras and the places; empty to read the records only
   * @param shown how many of the first records are kept to be shown
   */
  public TrialLanding(FeedDefinition feed, Optional<LandingRulebook> rules, int shown) {
    this.feed = Objects.requireNonNull(feed);
    this.rules = Objects.requireNonNull(rules);
    this.shown = shown;
  }

  /** Judges the next record. */
  public void take(RecordResult record) {
    Fated fated =
        record.parsed() instanceof ParsedRead.Read read
            ? judge(read.read())
            : judge((ParsedRead.Defect) record.parsed());
    counts.add(fated.fate(), fated.reason(), fated.place());
    if (record.parsed() instanceof ParsedRead.Read read) {
      counts.fill(read.read());
    }
    if (first.size() < shown) {
      first.add(
          new TrialRecord(
              record.raw().line(),
              fated.fate(),
              fated.reason(),
              fated.place(),
              record.parsed() instanceof ParsedRead.Read read
                  ? Optional.of(read.read())
                  : Optional.empty()));
    }
  }

  /** What became of all records so far. */
  public TrialCounts counts() {
    return counts;
  }

  /** The first records, in the order of the files. */
  public List<TrialRecord> first() {
    return List.copyOf(first);
  }

  /**
   * @param reason code, empty where the fate needs none
   * @param place field at fault, empty where none is
   */
  private record Fated(Fate fate, String reason, String place) {}

  private Fated judge(CanonicalRead read) {
    Judgement judged =
        rules.map(r -> r.judge(read)).orElse(new Judgement.Kept(0, 0, Optional.empty()));
    if (judged instanceof Judgement.Rejected rejected) {
      return new Fated(judged.fate(), rejected.reason().name(), "");
    }
    ReadIdentity identity = read.identity(feed.agency(), feed.event());
    boolean repeats =
        known.size() < COMPARED ? !known.add(identity.readId()) : known.contains(identity.readId());
    if (repeats) {
      return new Fated(Fate.DUPLICATE, "", "");
    }
    String reason = judged instanceof Judgement.Excluded excluded ? excluded.place().kind() : "";
    return new Fated(judged.fate(), reason, "");
  }

  private Fated judge(ParsedRead.Defect defect) {
    String code = defect.reason().name();
    if (defect.reason().disposition() == Disposition.REFUSED) {
      return new Fated(Fate.REFUSED, code, defect.place());
    }
    Optional<LandingReason> time =
        rules.flatMap(r -> Optional.ofNullable(defect.capturedAt()).flatMap(r::timeProblem));
    if (time.isPresent()) {
      return new Fated(Fate.REFUSED, time.get().name(), "");
    }
    Optional<ProtectedPlace> protectedPlace = rules.flatMap(r -> r.protectedPlace(defect));
    return protectedPlace.isPresent()
        ? new Fated(Fate.EXCLUDED, protectedPlace.get().kind(), "")
        : new Fated(Fate.QUARANTINED, code, defect.place());
  }
}
