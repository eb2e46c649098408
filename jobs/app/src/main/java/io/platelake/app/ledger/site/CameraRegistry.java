package io.platelake.app.ledger.site;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.camera.CameraRow;
import io.platelake.core.land.Deployment;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Writes and reads {@code cameras} and {@code deployments}. */
public final class CameraRegistry {
  private CameraRegistry() {}

  /**
   * @param cameras cameras the agency has now
   * @param positions positions, past ones included
   */
  public record Loaded(long cameras, long positions) {}

  /** Adds to what is known: a position is never forgotten, a later file can only end it. */
  public static Loaded load(Lake lake, String agency, List<CameraRow> rows, Instant asOf) {
    Map<String, Row> cameras = new TreeMap<>();
    Map<String, Row> positions = new TreeMap<>();
    known(lake, Table.CAMERAS, agency).forEach(r -> cameras.put(r.text("camera_id"), r.row()));
    known(lake, Table.DEPLOYMENTS, agency)
        .forEach(r -> positions.put(key(r.text("camera_id"), r.instant("valid_from")), r.row()));
    for (CameraRow r : rows) {
      Optional<NamedRow> before = Optional.ofNullable(cameras.get(r.cameraId())).map(NamedRow::new);
      cameras.put(r.cameraId(), camera(lake, agency, r, before, asOf));
      positions.put(key(r.cameraId(), r.from()), deployment(lake, agency, r, asOf));
    }
    Slice own = Slice.all().where("agency_id", agency);
    lake.replace(Table.CAMERAS, new ArrayList<>(cameras.values()), own);
    lake.replace(Table.DEPLOYMENTS, new ArrayList<>(positions.values()), own);
    return new Loaded(cameras.size(), positions.size());
  }

  private static String key(String cameraId, Instant from) {
    return cameraId + " " + from;
  }

  private static Row deployment(Lake lake, String agency, CameraRow r, Instant asOf) {
    return lake.newRow(Table.DEPLOYMENTS)
        .with("camera_id", r.cameraId())
        .with("agency_id", agency)
        .with("lat", r.lat())
        .with("lon", r.lon())
        .with("heading", r.heading())
        .with("valid_from", r.from())
        .with("valid_to", r.to())
        .with("loaded_at", asOf)
        .row();
  }

  /** A file that does not name maker and model takes nothing back: older exports lack them. */
  private static Row camera(
      Lake lake, String agency, CameraRow r, Optional<NamedRow> before, Instant asOf) {
    boolean named = r.maker() != null || r.model() != null;
    return lake.newRow(Table.CAMERAS)
        .with("camera_id", r.cameraId())
        .with("agency_id", agency)
        .with("vendor_camera_id", r.vendorCameraId())
        .with("site_name", r.siteName())
        .with("site_type", r.siteType())
        .with("maker", named ? r.maker() : before.flatMap(b -> b.findText("maker")))
        .with("model", named ? r.model() : before.flatMap(b -> b.findText("model")))
        .with("loaded_at", asOf)
        .row();
  }

  /**
   * The model of each camera, by agency and camera. Maker and model are in lower case, so files
   * that differ in case alone mean the same reader. Cameras without a model are left out.
   */
  public static Map<String, Map<String, String>> models(Lake lake) {
    Map<String, Map<String, String>> models = new TreeMap<>();
    for (NamedRow r : lake.ledgerRows(Table.CAMERAS)) {
      r.findText("model")
          .ifPresent(
              model ->
                  models
                      .computeIfAbsent(r.text("agency_id"), a -> new TreeMap<>())
                      .put(
                          r.text("camera_id"),
                          (r.findText("maker").map(maker -> maker + " ").orElse("") + model)
                              .toLowerCase(Locale.ROOT)));
    }
    return models;
  }

  /** Every deployment of an agency's cameras, past ones included, by camera and time. */
  public static List<Deployment> deployments(Lake lake, String agency) {
    return deployments(lake, Set.of(agency)).get(agency);
  }

  /** Every deployment of the cameras of agencies, past ones included, by camera and time. */
  public static Map<String, List<Deployment>> deployments(Lake lake, Set<String> agencies) {
    Map<String, String> types = new HashMap<>();
    for (NamedRow r : lake.ledgerRows(Table.CAMERAS)) {
      types.put(camera(r), r.text("site_type"));
    }
    Map<String, List<Deployment>> deployments = new HashMap<>();
    agencies.forEach(agency -> deployments.put(agency, new ArrayList<>()));
    for (NamedRow r : lake.ledgerRows(Table.DEPLOYMENTS)) {
      if (agencies.contains(r.text("agency_id")) && types.containsKey(camera(r))) {
        deployments
            .get(r.text("agency_id"))
            .add(
                new Deployment(
                    r.text("camera_id"),
                    types.get(camera(r)),
                    r.findReal("lat").orElse(null),
                    r.findReal("lon").orElse(null),
                    r.instant("valid_from"),
                    r.findInstant("valid_to").orElse(Deployment.OPEN)));
      }
    }
    deployments
        .values()
        .forEach(
            all ->
                all.sort(
                    Comparator.comparing(Deployment::cameraId).thenComparing(Deployment::from)));
    return deployments;
  }

  /** Two agencies may give cameras the same id. */
  private static String camera(NamedRow row) {
    return row.text("agency_id") + " " + row.text("camera_id");
  }

  private static List<NamedRow> known(Lake lake, Table table, String agency) {
    return NamedRow.all(lake.read(table).where(col("agency_id").equalTo(agency)));
  }
}
