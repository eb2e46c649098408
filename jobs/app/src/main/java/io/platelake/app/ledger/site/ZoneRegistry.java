package io.platelake.app.ledger.site;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.zone.Geofence;
import io.platelake.core.zone.ProtectedPlace;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Slice;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

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
    Timestamp at = Timestamp.from(asOf);
    Map<String, Row> rows = new TreeMap<>();
    long ended = 0;
    for (Row known : rows(lake, agency)) {
      boolean open = known.isNullAt(7) || known.getTimestamp(7).after(at);
      String id = known.getString(0);
      boolean gone = open && places.stream().noneMatch(p -> p.zoneId().equals(id));
      ended += gone ? 1 : 0;
      rows.put(id, gone ? row(agency, place(known), at, known.getString(8), at) : known);
    }
    for (ProtectedPlace p : places) {
      rows.put(
          p.zoneId(),
          row(
              agency,
              p,
              p.effectiveTo() == null ? null : Timestamp.from(p.effectiveTo()),
              digest,
              at));
    }
    lake.replace(
        Table.ZONES, new ArrayList<>(rows.values()), Slice.all().where("agency_id", agency));
    return new Loaded(places.size(), ended);
  }

  /** The fence around every place of an agency, past ones too: each knows when it is in effect. */
  public static Geofence fence(Lake lake, String agency) {
    return Geofence.of(rows(lake, agency).stream().map(ZoneRegistry::place).toList());
  }

  private static List<Row> rows(Lake lake, String agency) {
    return lake.read(Table.ZONES)
        .where(col("agency_id").equalTo(agency))
        .orderBy("zone_id")
        .collectAsList();
  }

  private static ProtectedPlace place(Row r) {
    return ProtectedPlace.fromWkt(
        r.getString(0),
        r.getString(2),
        r.getString(3),
        r.getString(4),
        r.getDouble(5),
        instant(r, 6),
        instant(r, 7));
  }

  private static Row row(
      String agency, ProtectedPlace p, Timestamp to, String digest, Timestamp loadedAt) {
    return RowFactory.create(
        p.zoneId(),
        agency,
        p.kind(),
        p.name(),
        p.toWkt(),
        p.bufferMetres(),
        p.effectiveFrom() == null ? null : Timestamp.from(p.effectiveFrom()),
        to,
        digest,
        loadedAt);
  }

  private static Instant instant(Row r, int column) {
    return r.isNullAt(column) ? null : r.getTimestamp(column).toInstant();
  }
}
