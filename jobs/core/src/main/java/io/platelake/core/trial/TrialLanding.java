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
import io.platelake.core.land.QuarantineCause;
import io.platelake.core.record.Disposition;
import io.platelake.core.record.Fault;
import io.platelake.core.record.Reason;
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
  private String file = "";

  /**
   * @param rules of the policy, the cameras and the places; empty to read the records only
   * @param shown how many of the first records are kept to be shown
   */
  public TrialLanding(FeedDefinition feed, Optional<LandingRulebook> rules, int shown) {
    this.feed = Objects.requireNonNull(feed);
    this.rules = Objects.requireNonNull(rules);
    this.shown = shown;
  }

  /** The records that follow are of this file. */
  public void begin(String name) {
    file = name;
  }

  /** Judges the next record. */
  public void take(RecordResult record) {
    Fated fated =
        record.parsed() instanceof ParsedRead.Read read
            ? judge(read)
            : judge((ParsedRead.Defect) record.parsed());
    counts.add(fated.fate(), fated.cause(), file, record.raw().line());
    if (record.parsed() instanceof ParsedRead.Read read) {
      counts.fill(read.read());
    }
    if (first.size() < shown) {
      first.add(
          new TrialRecord(
              record.raw().line(),
              fated.fate(),
              fated.cause(),
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
   * @param cause in a line, empty where the fate needs none
   */
  private record Fated(Fate fate, String cause) {}

  private Fated judge(ParsedRead.Read understood) {
    CanonicalRead read = understood.read();
    Judgement judged =
        rules.map(r -> r.judge(understood)).orElse(new Judgement.Kept(0, 0, Optional.empty()));
    if (judged instanceof Judgement.Rejected rejected) {
      LandingReason reason = rejected.reason();
      if (reason == LandingReason.UNREGISTERED_CAMERA) {
        counts.addUnregistered(read.cameraId());
      }
      return new Fated(reason.fate(), cause(reason.name(), feed.located(reason.fault())));
    }
    ReadIdentity identity = read.identity(feed.agency(), feed.event());
    boolean repeats =
        known.size() < COMPARED ? !known.add(identity.readId()) : known.contains(identity.readId());
    if (repeats) {
      return new Fated(Fate.DUPLICATE, "");
    }
    return judged instanceof Judgement.Excluded excluded
        ? new Fated(Fate.EXCLUDED, excluded.place().kind())
        : new Fated(Fate.KEPT, "");
  }

  private Fated judge(ParsedRead.Defect defect) {
    String cause = cause(defect.reason().name(), defect.fault());
    if (defect.reason() == Reason.NOT_A_READ) {
      counts.addNoRead();
    }
    if (defect.reason().disposition() == Disposition.REFUSED) {
      return new Fated(Fate.REFUSED, cause);
    }
    Optional<LandingReason> time =
        rules.flatMap(r -> Optional.ofNullable(defect.capturedAt()).flatMap(r::timeProblem));
    if (time.isPresent()) {
      return new Fated(Fate.REFUSED, time.get().name());
    }
    Optional<ProtectedPlace> protectedPlace = rules.flatMap(r -> r.protectedPlace(defect));
    if (protectedPlace.isPresent()) {
      return new Fated(Fate.EXCLUDED, protectedPlace.get().kind());
    }
    counts.addHidden(defect);
    return new Fated(Fate.QUARANTINED, cause);
  }

  private static String cause(String code, Fault fault) {
    return QuarantineCause.of(code, fault).line();
  }
}
