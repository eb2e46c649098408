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
 * @param others what records with any other word are
 * @param inElement only an element of the list of records has the word, and not its document
 */
public record RecordKind(
    Source source,
    Set<String> wanted,
    Set<String> unwanted,
    boolean absentIsWanted,
    Others others,
    boolean inElement)
    implements Serializable {
  /** What records with a word are that is neither wanted nor unwanted. */
  public enum Others {
    /** Elements of a list that holds several kinds are unwanted, other records of unknown kind. */
    UNSTATED,
    UNKNOWN,
    UNWANTED
  }

  public RecordKind {
    wanted = Condition.lower(wanted);
    unwanted = Condition.lower(unwanted);
  }

  /**
   * Why a record with this word is not wanted; empty when it may be.
   *
   * @param word null when the record has none
   * @param ofElement whether an element of a list of records has it, and not its document
   */
  public Optional<Reason> problem(String word, boolean ofElement) {
    if (word == null || word.isBlank()) {
      return absentIsWanted ? Optional.empty() : Optional.of(Reason.UNKNOWN_KIND);
    }
    String lower = Condition.lower(word);
    if (wanted.contains(lower)) {
      return Optional.empty();
    }
    boolean known =
        others == Others.UNWANTED
            || others == Others.UNSTATED && ofElement
            || unwanted.contains(lower);
    return Optional.of(known ? Reason.NOT_A_READ : Reason.UNKNOWN_KIND);
  }
}
