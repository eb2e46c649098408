package io.platelake.core.purge;

import java.time.Instant;
import java.util.Optional;

/** Rows, and what a purge does with them. */
public record JudgedRows(OwnedRows owned, DueJudgement judgement) {
  /** When they go; empty when they do not go in this run. */
  public Optional<DueJudgement.Goes> findGoes() {
    return judgement instanceof DueJudgement.Goes goes ? Optional.of(goes) : Optional.empty();
  }

  public boolean isDue() {
    return findGoes().isPresent();
  }

  /** The limit of rows that go; empty for rows that stay, or where there is no maximum. */
  public Optional<Instant> findLimit() {
    return findGoes().flatMap(DueJudgement.Goes::limit);
  }
}
