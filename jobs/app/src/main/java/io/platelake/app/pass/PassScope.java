package io.platelake.app.pass;

import io.platelake.core.plate.OcrClasses;
import io.platelake.lake.table.Slice;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The reads of one agency and purpose that one run takes together.
 *
 * @param policyVersion version of the policy in force, for the rows
 * @param classes characters that it says readers confuse
 * @param dates UTC dates that no purge has closed
 */
record PassScope(
    String agency,
    String purpose,
    String policyVersion,
    OcrClasses classes,
    List<LocalDate> dates) {

  PassScope {
    Objects.requireNonNull(agency, "agency");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(policyVersion, "policyVersion");
    Objects.requireNonNull(classes, "classes");
    dates = List.copyOf(dates);
  }

  /** The passes that a run replaces. */
  Slice passes() {
    return Slice.all()
        .where("purpose", purpose)
        .where("agency_id", agency)
        .whereDates("date", dates);
  }
}
