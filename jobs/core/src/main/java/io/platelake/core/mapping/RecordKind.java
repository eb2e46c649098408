package io.platelake.core.mapping;

import io.platelake.core.record.Reason;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;

/**
 * What a record says it is: key {@code kind}.
 *
 * @param source of the word, from the root of the record
 * @param wanted words of records that are reads or entries, in lower case
 * @param unwanted words of records that never are, in lower case
 * @param absentIsWanted a record without the word is wanted, and not of an unknown kind
 * @param othersAreUnwanted records with any other word are unwanted, and not of an unknown kind
 */
public record RecordKind(
    Source source,
    Set<String> wanted,
    Set<String> unwanted,
    boolean absentIsWanted,
    boolean othersAreUnwanted)
    implements Serializable {
  public RecordKind {
    wanted = Condition.lower(wanted);
    unwanted = Condition.lower(unwanted);
  }

  /**
   * Why a record with this word is not wanted; empty when it may be.
   *
   * @param word null when the record has none
   */
  public Optional<Reason> problem(String word) {
    if (word == null || word.isBlank()) {
      return absentIsWanted ? Optional.empty() : Optional.of(Reason.UNKNOWN_KIND);
    }
    String lower = Condition.lower(word);
    if (wanted.contains(lower)) {
      return Optional.empty();
    }
    boolean known = othersAreUnwanted || unwanted.contains(lower);
    return Optional.of(known ? Reason.NOT_A_READ : Reason.UNKNOWN_KIND);
  }
}
