package io.platelake.app.purge.plan;

import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.purge.Approvals;
import io.platelake.core.purge.JudgedRows;
import io.platelake.core.purge.OwnedRows;
import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.Erasure;
import io.platelake.lake.erase.LiveFile;
import io.platelake.lake.erase.Partition;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the next purge would take under other policies than those in force, by the same code that
 * plans it.
 */
public final class PurgeForecast {
  private PurgeForecast() {}

  /** An owner's rows of one table and purpose. */
  public record Whose(String agency, String purpose, Table table) implements Comparable<Whose> {
    @Override
    public int compareTo(Whose o) {
      return java.util.Comparator.comparing(Whose::agency)
          .thenComparing(Whose::purpose)
          .thenComparing(Whose::table)
          .compare(this, o);
    }
  }

  /**
   * Rows, and the bytes of their files; a file that several owners share counts by their rows.
   *
   * @param goes would go, and stays under the policies in force
   * @param goesAnyway goes either way
   * @param stays would stay, and goes under the policies in force
   */
  public record Effect(long goes, long goesBytes, long goesAnyway, long stays, long staysBytes) {
    Effect plus(Effect o) {
      return new Effect(
          goes + o.goes,
          goesBytes + o.goesBytes,
          goesAnyway + o.goesAnyway,
          stays + o.stays,
          staysBytes + o.staysBytes);
    }
  }

  private record Share(Partition partition, String agency) {}

  /** The effect of a change of policies on the purge of an instant. */
  public static Map<Whose, Effect> of(
      Lake lake, Map<String, PolicyInForce> now, Map<String, PolicyInForce> then, Instant asOf) {
    Approvals approvals = Approvals.of(lake);
    Map<Share, JudgedRows> before = shares(PurgePlanner.judged(lake, now, approvals, asOf));
    Map<Share, JudgedRows> after = shares(PurgePlanner.judged(lake, then, approvals, asOf));
    Map<Share, OwnedRows> all = new HashMap<>();
    before.forEach((share, judged) -> all.put(share, judged.owned()));
    after.forEach((share, judged) -> all.put(share, judged.owned()));
    Map<Partition, Long> bytes = bytes(lake, all);
    Map<Partition, Long> rows = new HashMap<>();
    all.forEach((share, owned) -> rows.merge(share.partition(), owned.rows(), Long::sum));
    Map<Whose, Effect> effects = new TreeMap<>();
    all.forEach(
        (share, owned) -> {
          boolean goesNow = before.containsKey(share) && before.get(share).isDue();
          boolean goesThen = after.containsKey(share) && after.get(share).isDue();
          long size =
              Math.round(
                  (double) bytes.getOrDefault(share.partition(), 0L)
                      * owned.rows()
                      / rows.get(share.partition()));
          effects.merge(
              new Whose(owned.agency(), owned.purpose(), share.partition().table()),
              effect(owned.rows(), size, goesNow, goesThen),
              Effect::plus);
        });
    return effects;
  }

  private static Effect effect(long rows, long bytes, boolean now, boolean then) {
    boolean goes = then && !now;
    boolean stays = now && !then;
    return new Effect(
        goes ? rows : 0,
        goes ? bytes : 0,
        now && then ? rows : 0,
        stays ? rows : 0,
        stays ? bytes : 0);
  }

  private static Map<Share, JudgedRows> shares(List<JudgedRows> judged) {
    return judged.stream()
        .collect(
            Collectors.toMap(
                j -> new Share(OwnedPartitions.partition(j.owned()), j.owned().agency()), j -> j));
  }

  private static Map<Partition, Long> bytes(Lake lake, Map<Share, OwnedRows> all) {
    Erasure erasure = new Erasure(lake);
    Map<Partition, Long> bytes = new HashMap<>();
    all.keySet().stream()
        .map(Share::partition)
        .distinct()
        .collect(Collectors.groupingBy(Partition::table))
        .forEach(
            (table, partitions) ->
                erasure
                    .files(table, partitions)
                    .forEach((p, files) -> bytes.put(p, sum(files.stream()))));
    return bytes;
  }

  private static long sum(Stream<LiveFile> files) {
    return files.mapToLong(LiveFile::bytes).sum();
  }
}
