package io.platelake.app.report;

import io.platelake.app.ledger.access.RegisterLedger;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.List;

/**
 * A point of contact as a page shows it.
 *
 * @param subject for what, such as complaints
 * @param office office or body
 * @param reachedBy address, telephone or page of the office
 */
record PublicContact(String subject, String office, String reachedBy) {

  /** Contacts of an agency as they were known, by id. */
  static List<PublicContact> of(Lake lake, String agency, Instant asOf) {
    return RegisterLedger.history(lake, "contacts", agency, asOf).at(asOf).stream()
        .map(
            entry ->
                new PublicContact(
                    entry.values().get("subject"),
                    entry.values().get("office"),
                    entry.values().get("reached_by")))
        .toList();
  }
}
