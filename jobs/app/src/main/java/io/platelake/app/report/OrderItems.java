package io.platelake.app.report;

import io.platelake.app.report.ReportItem.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Items on what others asked for and got. */
final class OrderItems {
  private static final String PRESERVATION = "preservation_request";

  private OrderItems() {}

  /**
   * Preservation requests and disclosure orders received.
   *
   * @param holds holds opened, by kind
   * @param policyKinds kinds of hold that the policy knows
   * @param requests requests for data received, by kind
   */
  static Content received(LedgerCounts holds, Set<String> policyKinds, LedgerCounts requests) {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        holds.figure("preservation_requests", "Preservation requests received", PRESERVATION));
    figures.add(
        requests.figure("disclosure_orders", "Disclosure orders received", "disclosure_order"));
    for (String kind : holds.firstKeys(policyKinds.stream())) {
      if (!kind.equals(PRESERVATION)) {
        figures.add(
            holds.figureAt("other_holds", "Other holds opened", Map.of("kind", kind), kind));
      }
    }
    return new Content(null, figures, List.of());
  }

  /**
   * Shares with other government agencies.
   *
   * @param shares times data was disclosed to a government agency, by recipient and kind of data
   */
  static Content shares(LedgerCounts shares) {
    List<Figure> figures = new ArrayList<>();
    figures.add(shares.figure("shares", "Times data was shared with a government agency"));
    shares
        .counts()
        .forEach(
            (key, count) -> {
              Map<String, String> dimension = new LinkedHashMap<>();
              dimension.put("recipient", key.get(0));
              dimension.put("data", key.get(1));
              figures.add(
                  shares.figureAt(
                      "shares_by_recipient",
                      "Times shared",
                      dimension,
                      key.toArray(String[]::new)));
            });
    return new Content(
        "Requests that led to no disclosure are not counted. Data is alpr (reader data) or audit"
            + " (audit data).",
        figures,
        List.of());
  }

  /**
   * Accesses under a judicial warrant.
   *
   * @param accesses accesses that were not denied, by legal basis
   */
  static Content warrants(LedgerCounts accesses) {
    return Content.of(
        accesses.figure("warrant_accesses", "Accesses under a judicial warrant", "warrant"));
  }
}
