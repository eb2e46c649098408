package io.platelake.app.ledger.purge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.app.job.Sha256;
import io.platelake.app.ledger.site.RawRetention;
import io.platelake.core.chain.CanonicalJson;
import java.util.List;
import java.util.SortedMap;

/**
 * The exact set a purge takes.
 *
 * @param asOf now of the planning, ISO-8601 UTC
 * @param policies policy version by agency
 * @param items what goes, in the order of tables and partitions
 * @param holds ids of the holds that are open, sorted: their copies are made first
 * @param unusual why a person has to look before it runs; empty when nothing is out of the ordinary
 * @param waiting what would go if it were approved, in words
 * @param rawFiles landed raw files that go, by feed and folder
 */
public record PurgePlan(
    @JsonProperty("as_of") String asOf,
    SortedMap<String, String> policies,
    List<PlanItem> items,
    List<String> holds,
    List<String> unusual,
    List<String> waiting,
    @JsonProperty("raw_files") List<RawRetention.Due> rawFiles) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public PurgePlan {
    items = List.copyOf(items);
    holds = List.copyOf(holds);
    unusual = List.copyOf(unusual);
    waiting = List.copyOf(waiting);
    // Plans of before have none.
    rawFiles = rawFiles == null ? List.of() : List.copyOf(rawFiles);
  }

  /** Canonical JSON: equal plans have equal text. */
  public String toJson() {
    return CanonicalJson.write(this);
  }

  static PurgePlan fromJson(String json) {
    try {
      return JSON.readValue(json, PurgePlan.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plan in purge_runs", e);
    }
  }

  /** SHA-256 of the plan: {@code purge run} takes exactly this set or nothing. */
  @JsonIgnore
  public String digest() {
    return Sha256.of(toJson());
  }

  @JsonIgnore
  public boolean takesNothing() {
    return items.isEmpty() && rawFiles.isEmpty();
  }

  @JsonIgnore
  public long raw() {
    return rawFiles.stream().mapToLong(RawRetention.Due::files).sum();
  }

  @JsonIgnore
  public long rows() {
    return items.stream().mapToLong(PlanItem::rows).sum();
  }
}
