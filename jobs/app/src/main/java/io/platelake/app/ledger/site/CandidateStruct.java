package io.platelake.app.ledger.site;

import java.util.List;

/**
 * Positions in the struct of {@code reads.candidates}, for loops over every read. The contract of
 * the table fixes their order.
 */
public final class CandidateStruct {
  static final List<String> FIELDS = List.of("plate", "confidence");

  public static final int PLATE = FIELDS.indexOf("plate");
  public static final int CONFIDENCE = FIELDS.indexOf("confidence");
  public static final int SIZE = FIELDS.size();

  private CandidateStruct() {}
}
