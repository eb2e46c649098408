package io.platelake.lake.proof;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** One {@code purpose=, date=} partition; the date is a UTC day. */
public record ExpiredDate(String purpose, LocalDate date) {

  /** The partition these column values name, or empty when they name none. */
  static Optional<ExpiredDate> of(Map<String, String> values) {
    String purpose = values.get("purpose");
    String date = values.get("date");
    if (purpose == null || date == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ExpiredDate(purpose, LocalDate.parse(date)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  String path() {
    return "purpose=" + purpose + "/date=" + date;
  }
}
