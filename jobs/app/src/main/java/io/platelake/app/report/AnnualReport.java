package io.platelake.app.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;

/**
 * The annual report of an agency: what {@code report.json} holds, in its order. The schema is
 * {@code schemas/annual-report.schema.json}.
 *
 * @param report always {@code annual}
 * @param format version of this structure
 * @param agency agency id
 * @param year calendar year, UTC
 * @param from first instant
 * @param to first instant after
 * @param asOf the now of the report; what happened or was recorded later is not in it
 * @param policy the policy in force at {@code asOf}, which names the items
 * @param coverage how much of the year the daily facts cover
 * @param items the items, in the order of the policy
 */
@JsonPropertyOrder({
  "report",
  "format",
  "agency",
  "year",
  "from",
  "to",
  "as_of",
  "policy",
  "coverage",
  "items"
})
public record AnnualReport(
    String report,
    int format,
    String agency,
    int year,
    Instant from,
    Instant to,
    @JsonProperty("as_of") Instant asOf,
    PolicyName policy,
    Coverage coverage,
    List<ReportItem> items) {

  /**
   * @param id name of the policy
   * @param title title for people
   * @param version first 16 characters of the SHA-256 of its text
   * @param due date by which the report is published, {@code --12-01}, each year
   */
  public record PolicyName(String id, String title, String version, String due) {}

  public AnnualReport {
    items = List.copyOf(items);
  }
}
