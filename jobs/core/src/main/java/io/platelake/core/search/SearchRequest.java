package io.platelake.core.search;

import io.platelake.core.access.PurposeStatement;
import io.platelake.core.accesslog.LoggedQuery;
import io.platelake.core.accesslog.PlateToken;
import io.platelake.core.chain.CanonicalJson;
import io.platelake.core.plate.PlateKey;
import io.platelake.core.plate.PlatePattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request to search stored reads. All that it says must hold of a read.
 *
 * @param place file and line, for messages
 * @param purpose purpose of the policy whose reads are asked for
 * @param statement what the person states
 * @param legalBasis warrant, subpoena, consent or none
 * @param plateKey whole plate, as a key
 * @param part plate known in part
 * @param vehicle what is known of the vehicle, and the state of its plate
 * @param cameras ids; empty for all
 * @param area circle around a point
 * @param from first instant of capture, UTC
 * @param to first instant after it, UTC
 * @param recipient who gets the answer; the person who asks where nothing is said
 */
public record SearchRequest(
    String place,
    String purpose,
    PurposeStatement statement,
    Optional<String> legalBasis,
    Optional<Long> plateKey,
    Optional<PlatePattern> part,
    LoggedQuery.Vehicle vehicle,
    List<String> cameras,
    Optional<LoggedQuery.Area> area,
    Instant from,
    Instant to,
    Optional<String> recipient) {
  /** Words for the legal basis of a search. */
  static final List<String> LEGAL_BASES = List.of("warrant", "subpoena", "consent", "none");

  public SearchRequest {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(statement, "statement");
    Objects.requireNonNull(vehicle, "vehicle");
    cameras = List.copyOf(cameras);
    if (!from.isBefore(to) || plateKey.isPresent() && part.isPresent()) {
      throw new IllegalArgumentException("a window is empty, or a plate is whole and in part");
    }
  }

  /** By what it asks: plate, part, vehicle, place. */
  public List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    plateKey.ifPresent(key -> kinds.add("plate"));
    part.ifPresent(known -> kinds.add("part"));
    if (vehicle.isSaid()) {
      kinds.add("vehicle");
    }
    if (!cameras.isEmpty() || area.isPresent()) {
      kinds.add("place");
    }
    return kinds;
  }

  /** What the access log keeps of it: tokens and no plate. */
  public LoggedQuery logged(PlateToken token, List<String> agencies) {
    List<String> tokens = new ArrayList<>();
    plateKey.ifPresent(key -> tokens.add(token.of(PlateKey.unpack(key))));
    part.ifPresent(known -> tokens.add(token.of(known.text())));
    return new LoggedQuery(kinds(), tokens, vehicle, area, cameras, agencies, from, to);
  }

  /** Keyed digest of all that it says, the same for the same request. */
  public String digest(PlateToken token) {
    Map<String, Object> all = new TreeMap<>();
    all.put("purpose", purpose);
    all.put("plate", plateKey.map(PlateKey::unpack).orElse(""));
    all.put("part", part.map(PlatePattern::text).orElse(""));
    all.put("vehicle", vehicle.toString());
    all.put("cameras", cameras);
    all.put("area", area.map(Object::toString).orElse(""));
    all.put("from", from.toString());
    all.put("to", to.toString());
    statement.items().forEach((item, text) -> all.put("stated " + item, text));
    return token.digest(CanonicalJson.write(all));
  }

  /** Shows its place and nothing that it asks for. */
  @Override
  public String toString() {
    return "SearchRequest[" + place + "]";
  }
}
