package io.platelake.core.accesslog;

import io.platelake.core.chain.CanonicalJson;
import io.platelake.core.chain.HashChain;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A row of the access log in its chain. Its hash is that of {@link HashChain}, over the canonical
 * JSON of its fields with {@code agency_id}, {@code seq}, {@code recorded_at} and {@code
 * delete_after} among them.
 *
 * @param agency owner of the chain
 * @param seq number in the chain, from 1
 * @param fields values by name, sorted; a field without a value is absent
 */
public record ChainedRow(
    String agency, long seq, Map<String, Object> fields, String prevHash, String hash) {
  public ChainedRow {
    Objects.requireNonNull(agency, "agency");
    Objects.requireNonNull(prevHash, "prevHash");
    Objects.requireNonNull(hash, "hash");
    fields = Collections.unmodifiableMap(new TreeMap<>(fields));
  }

  /**
   * The row that follows a head.
   *
   * @param recorded wall clock, UTC
   * @param deleteAfter when it must be gone
   */
  public static ChainedRow after(
      LogHead head,
      String agency,
      LogEntry entry,
      Instant recorded,
      Optional<Instant> deleteAfter) {
    Map<String, Object> fields = new TreeMap<>(LogFields.of(entry));
    long seq = head.seq() + 1;
    fields.put("agency_id", agency);
    fields.put("seq", seq);
    // To the millisecond, so that no store rounds what was hashed.
    fields.put("at", entry.at().truncatedTo(ChronoUnit.MILLIS));
    fields.put("recorded_at", recorded.truncatedTo(ChronoUnit.MILLIS));
    deleteAfter.ifPresent(end -> fields.put("delete_after", end));
    return new ChainedRow(
        agency, seq, fields, head.hash(), HashChain.hash(head.hash(), json(fields)));
  }

  /** Whether its hash follows from its fields and the hash before. */
  public boolean isIntact() {
    try {
      return HashChain.hash(prevHash, json(fields)).equals(hash);
    } catch (IllegalArgumentException e) {
      return false; // no hash before it, or a text that has no UTF-8 form
    }
  }

  /** The head of a chain that ends with it. */
  public LogHead head() {
    return new LogHead(seq, hash);
  }

  public AccessEvent event() {
    return AccessEvent.of(text("event"));
  }

  public String searchId() {
    return text("search_id");
  }

  /** Whether it records a request that was denied. */
  public boolean isDenied() {
    return "deny".equals(fields.get("decision"));
  }

  /** UTC date of its day. */
  public LocalDate date() {
    return LocalDate.ofInstant(recordedAt(), ZoneOffset.UTC);
  }

  public Instant recordedAt() {
    return (Instant) fields.get("recorded_at");
  }

  /** A field that every row has. */
  public String text(String field) {
    return (String) Objects.requireNonNull(fields.get(field), field);
  }

  /** A field that a row may have. */
  public Optional<Object> find(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  private static String json(Map<String, Object> fields) {
    Map<String, Object> plain = new TreeMap<>();
    fields.forEach(
        (name, value) ->
            plain.put(
                name,
                value instanceof Instant || value instanceof LocalDate ? value.toString() : value));
    return CanonicalJson.write(plain);
  }
}
