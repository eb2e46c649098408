package io.platelake.app.report;

import io.platelake.app.report.ReportItem.Content;

/** Items on what came of alerts. */
final class OutcomeItems {
  private OutcomeItems() {}

  /**
   * Matches that led to stops or arrests, and prosecutions.
   *
   * @param outcomes outcomes by kind
   * @param acted distinct hits with a stop or an arrest
   */
  static Content stops(LedgerCounts outcomes, LedgerCounts acted) {
    return Content.of(
            acted.figure("matches_acted_on", "Matches that led to a stop or an arrest"),
            outcomes.figure("stops", "Stops", "stop"),
            outcomes.figure("arrests", "Arrests", "arrest"),
            outcomes.figure("prosecutions", "Prosecutions", "prosecution"))
        .noting(
            "One match can lead to a stop and to several arrests. Outcomes are counted in the year in"
                + " which they happened.");
  }

  /**
   * Stolen vehicles or plates recovered.
   *
   * @param recovered distinct hits by kind of outcome: one match is one vehicle
   */
  static Content recoveries(LedgerCounts recovered) {
    return Content.of(
            recovered.figure(
                "vehicles_recovered", "Stolen vehicles recovered", "vehicle_recovered"),
            recovered.figure("plates_recovered", "Stolen plates recovered", "plate_recovered"))
        .noting("A recovery that was recorded twice for the same match counts once.");
  }
}
