package io.platelake.app.audit.handout;

import io.platelake.app.publish.PublishedCsv;
import io.platelake.core.accesslog.ChainedRow;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The access log for a public records request. Who searched, for which plate and under which case
 * are tokens of one export: the same person has one token in it, and another in the next. The key
 * of an export is thrown away, so nobody can try plates out. Rows of a quarter of a day come in an
 * order that the key decides, and show no hour within it. So two exports cannot be laid side by
 * side row by row; a quarter with a single row still can. Free text, devices and positions are left
 * out.
 */
final class RedactedLog {
  static final List<String> COLUMNS =
      List.of(
          "row",
          "date",
          "hour",
          "event",
          "command",
          "kind",
          "affiliation",
          "user",
          "purpose",
          "offence",
          "has_case",
          "case",
          "has_reason",
          "legal_basis",
          "query_kinds",
          "plates",
          "agencies",
          "window_hours",
          "decision",
          "result",
          "rows_given",
          "policy_version");

  private static final String ALGORITHM = "HmacSHA256";
  private static final int TOKEN_BYTES = 8;
  private static final int HOURS = 6;

  private final byte[] key;

  /**
   * @param key random bytes of this export
   */
  RedactedLog(byte[] key) {
    this.key = key.clone();
  }

  byte[] csv(List<ChainedRow> rows) {
    List<List<String>> lines = new ArrayList<>();
    Comparator<ChainedRow> byTime =
        Comparator.comparing((ChainedRow row) -> date(row)).thenComparing(RedactedLog::quarter);
    List<ChainedRow> shuffled =
        rows.stream()
            .sorted(byTime.thenComparing(row -> token("row", Long.toString(row.seq()))))
            .toList();
    for (ChainedRow row : shuffled) {
      lines.add(line(lines.size() + 1, row));
    }
    return PublishedCsv.bytes(COLUMNS, lines);
  }

  private List<String> line(int number, ChainedRow row) {
    Optional<String> caseRef =
        text(row, "case_ref").or(() -> text(row, "incident_ref")).or(() -> text(row, "call_ref"));
    return Arrays.asList(
        Integer.toString(number),
        date(row),
        quarter(row),
        row.text("event"),
        row.text("command"),
        row.text("kind"),
        row.text("affiliation"),
        token("user", row.text("username")),
        text(row, "served_purpose").orElse(null),
        text(row, "offence").isPresent() ? "stated" : "not stated",
        yes(caseRef.isPresent()),
        caseRef.map(c -> token("case", c)).orElse(null),
        yes(text(row, "reason").or(() -> text(row, "stated_purpose")).isPresent()),
        text(row, "legal_basis").orElse(null),
        texts(row, "query_kinds").map(k -> String.join(" ", k)).orElse(null),
        texts(row, "plate_tokens")
            .map(all -> String.join(" ", all.stream().map(t -> token("plate", t)).toList()))
            .orElse(null),
        texts(row, "agencies").map(a -> String.join(" ", a)).orElse(null),
        windowHours(row).orElse(null),
        text(row, "decision").orElse(null),
        text(row, "result").orElse(null),
        row.find("rows_given").map(Object::toString).orElse(null),
        text(row, "policy_version").orElse(null));
  }

  private static String date(ChainedRow row) {
    return row.find("at").orElseThrow().toString().substring(0, 10);
  }

  /** First hour of the quarter of its day, UTC. */
  private static String quarter(ChainedRow row) {
    int hour = Integer.parseInt(row.find("at").orElseThrow().toString().substring(11, 13));
    return String.format(Locale.ROOT, "%02d", hour / HOURS * HOURS);
  }

  private static Optional<String> windowHours(ChainedRow row) {
    if (row.find("searched_from").isEmpty() || row.find("searched_to").isEmpty()) {
      return Optional.empty();
    }
    Instant from = (Instant) row.find("searched_from").get();
    Instant to = (Instant) row.find("searched_to").get();
    return Optional.of(Long.toString(Duration.between(from, to).toHours()));
  }

  private static String yes(boolean is) {
    return is ? "yes" : "no";
  }

  private static Optional<String> text(ChainedRow row, String field) {
    return row.find(field).map(Object::toString);
  }

  @SuppressWarnings("unchecked")
  private static Optional<List<String>> texts(ChainedRow row, String field) {
    return row.find(field).map(value -> (List<String>) value);
  }

  private String token(String kind, String value) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] all = mac.doFinal((kind + "\n" + value).getBytes(StandardCharsets.UTF_8));
      return kind.charAt(0) + HexFormat.of().formatHex(all, 0, TOKEN_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
