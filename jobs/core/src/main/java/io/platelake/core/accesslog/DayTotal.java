package io.platelake.core.accesslog;

import io.platelake.core.chain.CanonicalJson;
import io.platelake.core.chain.HashChain;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The sum of the rows of one UTC date. It stays when they have gone, and so the chain can still be
 * checked: {@code beforeHash} is what its first row followed, {@code lastHash} what follows it.
 *
 * @param no number of the sum in the chain of the agency, from 1
 * @param firstSeq number of its first row
 * @param lastSeq number of its last row
 * @param counts rows by event, and denied intents as {@code denied}
 * @param recordedAt wall clock, UTC
 */
public record DayTotal(
    String agency,
    long no,
    LocalDate date,
    long firstSeq,
    long lastSeq,
    Map<String, Long> counts,
    String beforeHash,
    String lastHash,
    Instant recordedAt,
    String prevHash,
    String hash) {
  /** Key of denied intents. */
  public static final String DENIED = "denied";

  public DayTotal {
    Objects.requireNonNull(date, "date");
    counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    recordedAt = recordedAt.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * The sum of rows, which are all of a date, in order.
   *
   * @param before number and hash of the sum before
   */
  public static DayTotal of(LogHead before, List<ChainedRow> rows, Instant recorded) {
    ChainedRow first = rows.get(0);
    ChainedRow last = rows.get(rows.size() - 1);
    DayTotal open =
        new DayTotal(
            first.agency(),
            before.seq() + 1,
            first.date(),
            first.seq(),
            last.seq(),
            count(rows),
            first.prevHash(),
            last.hash(),
            recorded,
            before.hash(),
            "");
    return new DayTotal(
        open.agency,
        open.no,
        open.date,
        open.firstSeq,
        open.lastSeq,
        open.counts,
        open.beforeHash,
        open.lastHash,
        open.recordedAt,
        open.prevHash,
        HashChain.hash(before.hash(), open.json()));
  }

  /** Rows by event, and denied intents. */
  static Map<String, Long> count(List<ChainedRow> rows) {
    Map<String, Long> counts = new TreeMap<>();
    for (ChainedRow row : rows) {
      counts.merge(row.event().word(), 1L, Long::sum);
      if (row.isDenied()) {
        counts.merge(DENIED, 1L, Long::sum);
      }
    }
    return counts;
  }

  /** Whether its hash follows from its values and the sum before. */
  public boolean isIntact() {
    try {
      return HashChain.hash(prevHash, json()).equals(hash);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Number and hash, for the sum after it. */
  public LogHead head() {
    return new LogHead(no, hash);
  }

  /** Rows that it sums up. */
  public long rows() {
    return lastSeq - firstSeq + 1;
  }

  private String json() {
    Map<String, Object> values = new TreeMap<>();
    values.put("agency_id", agency);
    values.put("seq", no);
    values.put("date", date.toString());
    values.put("first_seq", firstSeq);
    values.put("last_seq", lastSeq);
    values.put("counts", counts);
    values.put("before_hash", beforeHash);
    values.put("last_hash", lastHash);
    values.put("recorded_at", recordedAt.toString());
    return CanonicalJson.write(values);
  }
}
