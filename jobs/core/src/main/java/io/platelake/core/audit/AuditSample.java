package io.platelake.core.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A random sample that anybody can draw again from the same population and seed. The order of rows
 * plays no part. Each id is ranked by the SHA-256 of seed, line feed and id, and the first ranks
 * are taken.
 *
 * @param population ids that it was drawn from
 * @param digest SHA-256 of these ids, sorted, with a line feed after each
 * @param seed what the ranks depend on
 * @param stratified whether every stratum has its share
 * @param strata strata with the number of ids in each, and of those drawn
 * @param items what was drawn, in order of rank
 */
public record AuditSample(
    int population,
    String digest,
    String seed,
    boolean stratified,
    Map<String, Stratum> strata,
    List<Item> items) {
  /** How a sample is drawn, for people. */
  public static final String METHOD =
      "Each id of the population is ranked by SHA-256(seed, line feed, id); the first ranks are"
          + " drawn. With strata, each has a share in proportion to its size, and one item at"
          + " least.";

  /** Ids of a stratum, and how many of them were drawn. */
  public record Stratum(int population, int drawn) {}

  /** One item of a sample. */
  public record Item(String id, String stratum) {}

  public AuditSample {
    Objects.requireNonNull(seed, "seed");
    strata = Collections.unmodifiableMap(new TreeMap<>(strata));
    items = List.copyOf(items);
  }

  /**
   * Draws a sample; a population no larger than the size is taken whole.
   *
   * @param population stratum of each id; the strata count only when it is stratified
   */
  public static AuditSample draw(
      Map<String, String> population, String seed, int size, boolean stratified) {
    Map<String, List<String>> strata = new TreeMap<>();
    Map<String, String> ranks = new HashMap<>();
    population.forEach(
        (id, stratum) -> {
          strata.computeIfAbsent(stratified ? stratum : "", s -> new ArrayList<>()).add(id);
          ranks.put(id, sha256(seed + "\n" + id));
        });
    Comparator<String> byRank = Comparator.comparing(ranks::get);
    Map<String, Integer> shares = shares(strata, Math.min(size, population.size()));
    Map<String, Stratum> drawn = new TreeMap<>();
    List<Item> items = new ArrayList<>();
    strata.forEach(
        (stratum, ids) -> {
          int share = shares.get(stratum);
          ids.stream().sorted(byRank).limit(share).forEach(id -> items.add(new Item(id, stratum)));
          drawn.put(stratum, new Stratum(ids.size(), share));
        });
    items.sort(Comparator.comparing(Item::id, byRank));
    return new AuditSample(
        population.size(), digest(population.keySet()), seed, stratified, drawn, items);
  }

  /** Items of each stratum: in proportion, rounded by the largest remainders, one at least. */
  private static Map<String, Integer> shares(Map<String, List<String>> strata, int size) {
    int all = strata.values().stream().mapToInt(List::size).sum();
    int wanted = Math.max(size, Math.min(strata.size(), all));
    Map<String, Integer> shares = new TreeMap<>();
    strata.forEach(
        (s, ids) ->
            shares.put(
                s, (int) Math.max(1, Math.floor((double) wanted * ids.size() / Math.max(1, all)))));
    List<String> byRemainder =
        strata.keySet().stream()
            .sorted(
                Comparator.comparing(
                        (String s) -> {
                          double exact = (double) wanted * strata.get(s).size() / all;
                          return Math.floor(exact) - exact;
                        })
                    .thenComparing(s -> s))
            .toList();
    int missing = wanted - shares.values().stream().mapToInt(Integer::intValue).sum();
    while (missing > 0) {
      for (String s : byRemainder) {
        if (missing > 0 && shares.get(s) < strata.get(s).size()) {
          shares.merge(s, 1, Integer::sum);
          missing--;
        }
      }
    }
    return shares;
  }

  private static String digest(Collection<String> ids) {
    StringBuilder all = new StringBuilder();
    ids.stream().sorted().forEach(id -> all.append(id).append('\n'));
    return sha256(all.toString());
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
