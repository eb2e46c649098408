package io.platelake.bench;

import io.platelake.core.match.rule.PlateTier;
import io.platelake.core.match.score.Calibration;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The hits of a lake, held against what was planted.
 *
 * @param byTier hits, right hits, alerts and false alerts, by tier and evidence of near ones
 * @param alerts alerts by score
 * @param hit planted reads with a right hit
 * @param alerted planted reads with a right alert
 */
record QualityHits(
    Map<String, long[]> byTier,
    Map<PlateTier, Thresholds> alerts,
    Set<Long> hit,
    Set<Long> alerted,
    Calibration calibration) {

  static QualityHits of(Lake lake, Planted planted) {
    List<NamedRow> rows =
        NamedRow.all(
            lake.read(Table.HITS, "criminal")
                .where("listing = 'LISTED' and score is not null")
                .as("h")
                .join(
                    lake.read(Table.HOTLIST_ENTRIES)
                        .select("snapshot_id", "entry_id", "case_number"),
                    CollectionConverters.asScala(List.of("snapshot_id", "entry_id")).toSeq())
                .select("read_id", "case_number", "tier", "is_alert", "score", "near_evidence"));
    Map<String, long[]> tiers = new TreeMap<>();
    Map<PlateTier, Thresholds> alerts = new EnumMap<>(PlateTier.class);
    Set<Long> hit = new HashSet<>();
    Set<Long> alerted = new HashSet<>();
    double[] scores = new double[rows.size()];
    boolean[] truths = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      NamedRow row = rows.get(i);
      long read = row.number("read_id");
      PlateTier of = PlateTier.valueOf(row.text("tier"));
      Planted.Wanted about = planted.wanted().get(read);
      boolean right = about != null && about.entries().contains(row.text("case_number"));
      boolean alert = row.flag("is_alert");
      scores[i] = row.real("score");
      truths[i] = right;
      String tier = of + row.findText("near_evidence").map(evidence -> " " + evidence).orElse("");
      long[] counts = tiers.computeIfAbsent(tier, t -> new long[4]);
      counts[0]++;
      counts[1] += right ? 1 : 0;
      counts[2] += alert ? 1 : 0;
      counts[3] += alert && !right ? 1 : 0;
      if (alert) {
        alerts.computeIfAbsent(of, t -> new Thresholds()).add(scores[i], right);
      }
      if (right) {
        hit.add(read);
      }
      if (right && alert) {
        alerted.add(read);
      }
    }
    return new QualityHits(tiers, alerts, hit, alerted, Calibration.of(scores, truths));
  }
}
