package io.platelake.app.ledger.purge;

import java.util.Optional;

/**
 * What an approval lets go.
 *
 * @param agency owner of the rows
 * @param recordClass {@code reads} with what follows them, or a record class of the policy
 * @param purpose purpose of reads; empty for every other class
 */
public record ApprovalSubject(String agency, String recordClass, Optional<String> purpose) {
  private static final String READS = "reads";

  public ApprovalSubject {
    if (recordClass.equals(READS) != purpose.isPresent()) {
      throw new IllegalArgumentException("reads have a purpose, and no other class has one");
    }
  }

  /** Reads of one purpose, and everything that follows them. */
  public static ApprovalSubject reads(String agency, String purpose) {
    return new ApprovalSubject(agency, READS, Optional.of(purpose));
  }

  /** Rows of another record class. */
  public static ApprovalSubject records(String agency, String recordClass) {
    return new ApprovalSubject(agency, recordClass, Optional.empty());
  }
}
