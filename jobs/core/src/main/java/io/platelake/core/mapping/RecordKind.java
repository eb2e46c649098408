package io.platelake.core.mapping;

import io.platelake.core.record.Reason;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a record says it is: key {@code kind}.
 *
 * @param path from the root of the record
 * @param reads words of records that are reads, in lower case
 * @param notReads words of records that never are, in lower case
 * @param absentIsRead a record without the word is a read, and not of an unknown kind
 * @param othersAreNoReads records with any other word are no reads, and not of an unknown kind
 */
public record RecordKind(
    List<String> path,
    Set<String> reads,
    Set<String> notReads,
    boolean absentIsRead,
    boolean othersAreNoReads)
    implements Serializable {
  public RecordKind {
    path = List.copyOf(path);
    reads = Condition.lower(reads);
    notReads = Condition.lower(notReads);
  }

  /**
   * Why a record with this word is no read; empty when it may be one.
   *
   * @param word null when the record has none
   */
  public Optional<Reason> problem(String word) {
    if (word == null || word.isBlank()) {
      return absentIsRead ? Optional.empty() : Optional.of(Reason.UNKNOWN_KIND);
    }
    String lower = Condition.lower(word);
    if (reads.contains(lower)) {
      return Optional.empty();
    }
    boolean known = othersAreNoReads || notReads.contains(lower);
    return Optional.of(known ? Reason.NOT_A_READ : Reason.UNKNOWN_KIND);
  }
}
