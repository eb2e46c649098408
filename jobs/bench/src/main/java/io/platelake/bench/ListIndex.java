package io.platelake.bench;

import io.platelake.core.match.index.EntryIndex;
import io.platelake.core.match.rule.EquivalenceRule;
import io.platelake.core.match.rule.NearRule;
import io.platelake.core.match.rule.VehicleTraits;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.policy.PolicyReader;
import io.platelake.core.policy.matching.MatchingRules;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * The newest list of a lake as the matcher sees it, to ask what it would find by plates alone.
 *
 * @param keys plates of the entries, packed
 * @param cases their case numbers
 */
record ListIndex(
    EntryIndex index,
    long[] keys,
    String[] cases,
    String[] states,
    VehicleTraits[] vehicles,
    EquivalenceRule equivalence,
    OcrClasses classes,
    NearRule near) {

  static ListIndex newest(Lake lake, Path policy) throws IOException {
    MatchingRules matching =
        PolicyReader.read(Files.readString(policy), policy.toString()).matchingRules();
    String snapshot =
        NamedRow.only(
                lake.read(Table.HOTLISTS)
                    .orderBy(org.apache.spark.sql.functions.col("loaded_at").desc())
                    .select("snapshot_id")
                    .limit(1))
            .text("snapshot_id");
    var entries =
        lake.read(Table.HOTLIST_ENTRIES)
            .where("plate_key IS NOT NULL AND snapshot_id = '" + snapshot + "'")
            .select("plate_key", "case_number", "state", "make", "model", "color", "body")
            .persist();
    int size = Math.toIntExact(entries.count());
    long[] keys = new long[size];
    String[] cases = new String[size];
    String[] states = new String[size];
    VehicleTraits[] vehicles = new VehicleTraits[size];
    Map<VehicleTraits, VehicleTraits> known = new HashMap<>();
    int at = 0;
    for (Iterator<Row> rows = entries.toLocalIterator(); rows.hasNext(); at++) {
      NamedRow row = new NamedRow(rows.next());
      keys[at] = row.number("plate_key");
      cases[at] = row.findText("case_number").orElse(null);
      states[at] = row.findText("state").map(String::intern).orElse(null);
      vehicles[at] = known.computeIfAbsent(vehicle(row), traits -> traits);
    }
    entries.unpersist();
    EquivalenceRule equivalence =
        new EquivalenceRule(
            matching.minLength(), matching.maxLength(), matching.maxSubstitutions());
    OcrClasses classes = OcrClasses.of(matching.ocrClasses());
    NearRule near =
        matching
            .near()
            .map(n -> new NearRule(n.minLength(), n.minCandidateShare(), n.lowConfidence()))
            .orElseThrow();
    return new ListIndex(
        EntryIndex.of(keys, new BitSet(), equivalence, classes, Optional.of(near)),
        keys,
        cases,
        states,
        vehicles,
        equivalence,
        classes,
        near);
  }

  /** What a row of reads or of entries says about the vehicle. */
  static VehicleTraits vehicle(NamedRow row) {
    return new VehicleTraits(
        row.findText("make").orElse(null),
        row.findText("model").orElse(null),
        row.findText("color").orElse(null),
        row.findText("body").orElse(null));
  }
}
