package io.platelake.app.ledger.site;

import static org.apache.spark.sql.functions.col;

import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Slice;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Writes and reads {@code cameras} and {@code deployments}. */
public final class CameraRegistry {
  private CameraRegistry() {}

  /**
   * @param cameras cameras the agency has now
   * @param positions positions, past ones included
   */
  public record Loaded(long cameras, long positions) {}

  /**
   * Where a camera stood.
   *
   * @param from first instant, UTC
   * @param to first instant no longer there; null while it stands
   */
  public record Position(
      String cameraId,
      String vendorCameraId,
      String siteType,
      double lat,
      double lon,
      Instant from,
      Instant to)
      implements java.io.Serializable {
    private static final long serialVersionUID = 1L;

    public boolean covers(Instant at) {
      return !at.isBefore(from) && (to == null || at.isBefore(to));
    }
  }

  /** Adds to what is known: a position is never forgotten, a later file can only end it. */
  public static Loaded load(Lake lake, String agency, List<CameraRow> rows, Instant asOf) {
    Timestamp at = Timestamp.from(asOf);
    Map<String, Row> cameras = known(lake, Table.CAMERAS, agency, "camera_id");
    Map<String, Row> positions = known(lake, Table.DEPLOYMENTS, agency, "camera_id", "valid_from");
    for (CameraRow r : rows) {
      Timestamp from = Timestamp.from(r.from());
      cameras.put(r.cameraId(), camera(r, agency, cameras.get(r.cameraId()), at));
      positions.put(
          r.cameraId() + " " + from,
          RowFactory.create(
              r.cameraId(),
              agency,
              r.lat(),
              r.lon(),
              r.heading(),
              from,
              r.to() == null ? null : Timestamp.from(r.to()),
              at));
    }
    Slice own = Slice.all().where("agency_id", agency);
    lake.replace(Table.CAMERAS, new ArrayList<>(cameras.values()), own);
    lake.replace(Table.DEPLOYMENTS, new ArrayList<>(positions.values()), own);
    return new Loaded(cameras.size(), positions.size());
  }

  /** A file that does not name maker and model takes nothing back: older exports lack them. */
  private static Row camera(CameraRow r, String agency, Row before, Timestamp at) {
    boolean named = before == null || r.maker() != null || r.model() != null;
    return RowFactory.create(
        r.cameraId(),
        agency,
        r.vendorCameraId(),
        r.siteName(),
        r.siteType(),
        named ? r.maker() : before.getAs("maker"),
        named ? r.model() : before.getAs("model"),
        at);
  }

  /**
   * The model of each camera of an agency, by camera. Maker and model are in lower case, so files
   * that differ in case alone mean the same reader. Cameras without a model are left out.
   */
  public static Map<String, String> models(Lake lake, String agency) {
    Map<String, String> models = new TreeMap<>();
    lake.read(Table.CAMERAS)
        .where(col("agency_id").equalTo(agency).and(col("model").isNotNull()))
        .select("camera_id", "maker", "model")
        .collectAsList()
        .forEach(
            r ->
                models.put(
                    r.getString(0),
                    ((r.isNullAt(1) ? "" : r.getString(1) + " ") + r.getString(2))
                        .toLowerCase(Locale.ROOT)));
    return models;
  }

  /** Every position of an agency's cameras. */
  public static List<Position> positions(Lake lake, String agency) {
    return lake
        .read(Table.DEPLOYMENTS)
        .where(col("agency_id").equalTo(agency))
        .join(
            lake.read(Table.CAMERAS).select("camera_id", "vendor_camera_id", "site_type"),
            "camera_id")
        .select(
            "camera_id", "vendor_camera_id", "site_type", "lat", "lon", "valid_from", "valid_to")
        .orderBy("camera_id", "valid_from")
        .collectAsList()
        .stream()
        .map(
            r ->
                new Position(
                    r.getString(0),
                    r.getString(1),
                    r.getString(2),
                    r.getDouble(3),
                    r.getDouble(4),
                    r.getTimestamp(5).toInstant(),
                    r.isNullAt(6) ? null : r.getTimestamp(6).toInstant()))
        .toList();
  }

  private static Map<String, Row> known(Lake lake, Table table, String agency, String... key) {
    Map<String, Row> rows = new TreeMap<>();
    for (Row row : lake.read(table).where(col("agency_id").equalTo(agency)).collectAsList()) {
      StringBuilder id = new StringBuilder();
      for (String k : key) {
        id.append(id.isEmpty() ? "" : " ").append(row.get(row.fieldIndex(k)).toString());
      }
      rows.put(id.toString(), row);
    }
    return rows;
  }
}
