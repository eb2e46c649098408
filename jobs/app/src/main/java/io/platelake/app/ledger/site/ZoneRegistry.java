package io.platelake.app.ledger.site;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.zone.Geofence;
import io.platelake.core.zone.ProtectedPlace;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.Slice;
import io.platelake.lake.table.TableRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Writes and reads {@code zones}. */
public final class ZoneRegistry {
  private ZoneRegistry() {}

  /**
   * @param places places of the file
   * @param ended places known before that the file no longer has: they stop being protected now,
   *     and stay on record
   */
  public record Loaded(long places, long ended) {}

  public static Loaded load(
      Lake lake, String agency, List<ProtectedPlace> places, String digest, Instant asOf) {
    Map<String, Row> rows = new TreeMap<>();
    long ended = 0;
    for (NamedRow known : rows(lake, agency)) {
      boolean open = known.findInstant("effective_to").map(to -> to.isAfter(asOf)).orElse(true);
      String id = known.text("zone_id");
      boolean gone = open && places.stream().noneMatch(p -> p.zoneId().equals(id));
      ended += gone ? 1 : 0;
      rows.put(
          id,
          gone
              ? row(lake, agency, place(known))
                  .with("effective_to", asOf)
                  .with("source_digest", known.text("source_digest"))
                  .with("loaded_at", asOf)
                  .row()
              : known.row());
    }
    for (ProtectedPlace p : places) {
      rows.put(
          p.zoneId(),
          row(lake, agency, p)
              .with("effective_to", p.effectiveTo())
              .with("source_digest", digest)
              .with("loaded_at", asOf)
              .row());
    }
    lake.replace(
        Table.ZONES, new ArrayList<>(rows.values()), Slice.all().where("agency_id", agency));
    return new Loaded(places.size(), ended);
  }

  /** The fence around every place of an agency, past ones too: each knows when it is in effect. */
  public static Geofence fence(Lake lake, String agency) {
    return Geofence.of(rows(lake, agency).stream().map(ZoneRegistry::place).toList());
  }

  /** The fences of agencies, of all in one look; of one without places, too. */
  public static Map<String, Geofence> fences(Lake lake, Set<String> agencies) {
    Map<String, List<ProtectedPlace>> places = new TreeMap<>();
    agencies.forEach(agency -> places.put(agency, new ArrayList<>()));
    lake.ledgerRows(Table.ZONES).stream()
        .filter(row -> agencies.contains(row.text("agency_id")))
        .sorted(Comparator.comparing(row -> row.text("zone_id")))
        .forEach(row -> places.get(row.text("agency_id")).add(place(row)));
    Map<String, Geofence> fences = new TreeMap<>();
    places.forEach((agency, own) -> fences.put(agency, Geofence.of(own)));
    return fences;
  }

  private static List<NamedRow> rows(Lake lake, String agency) {
    return NamedRow.all(
        lake.ledger(Table.ZONES).where(col("agency_id").equalTo(agency)).orderBy("zone_id"));
  }

  private static ProtectedPlace place(NamedRow r) {
    return ProtectedPlace.fromWkt(
        r.text("zone_id"),
        r.text("kind"),
        r.findText("name").orElse(null),
        r.text("wkt"),
        r.real("buffer_m"),
        r.findInstant("effective_from").orElse(null),
        r.findInstant("effective_to").orElse(null));
  }

  /** A row that still lacks its end and its source. */
  private static TableRow row(Lake lake, String agency, ProtectedPlace p) {
    return lake.newRow(Table.ZONES)
        .with("zone_id", p.zoneId())
        .with("agency_id", agency)
        .with("kind", p.kind())
        .with("name", p.name())
        .with("wkt", p.toWkt())
        .with("buffer_m", p.bufferMetres())
        .with("effective_from", p.effectiveFrom());
  }
}
