package io.platelake.core.pass;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads of one camera that are of one vehicle passing once.
 *
 * @param plateKey plate with the most weight, see {@link Vote#plate}
 * @param agreement share of all weight that it has
 * @param state with the most weight; empty when no read states one
 * @param reads its reads, earliest first, at least one
 * @param standing why the vehicle counts as standing
 */
public record VehiclePass(
    long plateKey,
    double agreement,
    Optional<String> state,
    List<PassRead> reads,
    Optional<ParkedSign> standing) {

  public VehiclePass {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(standing, "standing");
    reads = List.copyOf(reads);
  }

  static VehiclePass of(List<PassRead> reads) {
    Vote<Long> plate = Vote.plate(reads);
    return new VehiclePass(
        plate.winner(),
        plate.share(),
        Vote.state(reads).map(Vote::winner),
        reads,
        Optional.empty());
  }

  VehiclePass with(Optional<ParkedSign> reason) {
    return new VehiclePass(plateKey, agreement, state, reads, reason);
  }

  /** Id of the first read: no other pass has it. */
  public long id() {
    return reads.get(0).readId();
  }

  public Instant firstAt() {
    return reads.get(0).at();
  }

  public Instant lastAt() {
    return reads.get(reads.size() - 1).at();
  }

  /** Reads that say exactly the plate of the pass; none where only candidates did. */
  public long readsOfPlate() {
    return reads.stream().filter(r -> r.plate().plateKey() == plateKey).count();
  }

  /** The earliest of its reads: what is made of reads outlives none of them. */
  public Optional<Instant> deleteAfter() {
    return reads.stream()
        .map(PassRead::deleteAfter)
        .filter(Objects::nonNull)
        .min(Instant::compareTo);
  }

  /** States no plate. */
  @Override
  public String toString() {
    return "Pass[id=" + id() + ", reads=" + reads.size() + ", standing=" + standing + "]";
  }
}
