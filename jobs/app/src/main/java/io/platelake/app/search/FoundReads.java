package io.platelake.app.search;

import static org.apache.spark.sql.functions.asin;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.cos;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.radians;
import static org.apache.spark.sql.functions.sin;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.udf;

import io.platelake.app.ledger.purge.ClosedDates;
import io.platelake.app.ledger.purge.OpenDates;
import io.platelake.app.ledger.site.CorrectedReads;
import io.platelake.core.accesslog.LoggedQuery;
import io.platelake.core.match.index.EntryIndex;
import io.platelake.core.match.rule.EquivalenceRule;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlatePattern;
import io.platelake.core.policy.matching.MatchingRules;
import io.platelake.core.search.SearchRequest;
import io.platelake.lake.contract.Table;
import io.platelake.lake.lookup.KeyedRows;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.Window;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Reads of one agency and purpose that fit a request. Whole plates and parts of plates are found by
 * their keys: Bloom filters and page indexes say which pages to read. No plan names a plate.
 */
final class FoundReads {
  /** Columns of an answer, in its order. */
  static final List<String> COLUMNS =
      List.of(
          "captured_at",
          "camera_id",
          "plate",
          "state",
          "confidence",
          "make",
          "model",
          "color",
          "body",
          "direction",
          "lat",
          "lon",
          "agency_id",
          "read_id");

  private static final double EARTH_METRES = 6_371_008.8;

  /** Confusions of one plate are a few hundred at most. */
  private static final int MOST_ALIKE = 100_000;

  private final Lake lake;
  private final String agency;
  private final MatchingRules rules;
  private final SearchRequest request;

  /**
   * @param lake serving the purpose of the request
   * @param rules say which plates are confused with which
   */
  FoundReads(Lake lake, String agency, MatchingRules rules, SearchRequest request) {
    this.lake = lake;
    this.agency = agency;
    this.rules = rules;
    this.request = request;
  }

  /**
   * What was found.
   *
   * @param count how many reads fit
   * @param rows all of them in order of capture, with {@link #COLUMNS}; none where they are more
   *     than the limit
   */
  record Found(long count, List<NamedRow> rows) {}

  /**
   * @param most largest answer, in rows
   */
  Found find(int most) {
    Dataset<Row> all = stored();
    long[] replaced = CorrectedReads.ids(all);
    Dataset<Row> candidates = keyed(all).orElse(all);
    Dataset<Row> fitting =
        CorrectedReads.without(fitting(candidates), replaced)
            .select(COLUMNS.stream().map(name -> col(name)).toArray(Column[]::new));
    // One more than the limit tells that it is passed; only then are they counted.
    List<Row> rows = fitting.orderBy("captured_at", "read_id").limit(most + 1).collectAsList();
    return rows.size() > most
        ? new Found(fitting.count(), List.of())
        : new Found(rows.size(), rows.stream().map(NamedRow::new).toList());
  }

  /** Retained reads of the window, on the dates that no purge has closed. */
  private Dataset<Row> stored() {
    Window window = new Window(request.from(), request.to());
    OpenDates open =
        OpenDates.of(request.purpose(), List.of(agency), window.dates(), ClosedDates.of(lake));
    return lake.read(Table.READS, request.purpose(), window).where(open.holds());
  }

  /** The reads whose plates can fit; empty where the request says nothing of a plate. */
  private Optional<Dataset<Row>> keyed(Dataset<Row> all) {
    Map<String, long[]> byFile = new HashMap<>();
    if (request.plateKey().isPresent()) {
      long[] keys = alike(request.plateKey().get());
      for (String file : all.inputFiles()) {
        byFile.put(new Path(file).toUri().toString(), keys);
      }
    } else if (request.part().isPresent()) {
      byFile.putAll(fittingKeys(all, request.part().get()));
    } else {
      return Optional.empty();
    }
    StructType columns = columns();
    return Optional.of(lake.rows(columns, KeyedRows.read(lake, columns, "plate_key", byFile)));
  }

  /** The plate, and those that readers take for it, as the policy has it for matching. */
  private long[] alike(long plateKey) {
    EntryIndex index =
        EntryIndex.of(
            new long[] {plateKey},
            new BitSet(),
            new EquivalenceRule(rules.minLength(), rules.maxLength(), rules.maxSubstitutions()),
            OcrClasses.of(rules.ocrClasses()),
            Optional.empty());
    return index.alike(MOST_ALIKE).orElse(new long[] {plateKey});
  }

  /** Looks at the plates alone, in tasks. */
  private static Map<String, long[]> fittingKeys(Dataset<Row> all, PlatePattern part) {
    Column fits =
        udf((UDF1<Long, Boolean>) key -> key != null && part.matches(key), DataTypes.BooleanType)
            .apply(col("plate_key"));
    Map<String, TreeSet<Long>> keys = new HashMap<>();
    NamedRow.all(
            all.select(col("_metadata.file_path").as("file"), col("plate_key"))
                .where(fits)
                .distinct())
        .forEach(
            row ->
                keys.computeIfAbsent(row.text("file"), f -> new TreeSet<>())
                    .add(row.number("plate_key")));
    Map<String, long[]> byFile = new HashMap<>();
    keys.forEach(
        (file, some) -> byFile.put(file, some.stream().mapToLong(Long::longValue).toArray()));
    return byFile;
  }

  private StructType columns() {
    StructType reads = lake.contracts().get(Table.READS).schema();
    List<String> names = new ArrayList<>(COLUMNS);
    names.addAll(List.of("plate_key", "purpose", "date"));
    StructField[] fields =
        names.stream()
            .map(reads::apply)
            .map(f -> new StructField(f.name(), f.dataType(), true, f.metadata()))
            .toArray(StructField[]::new);
    return new StructType(fields);
  }

  private Dataset<Row> fitting(Dataset<Row> reads) {
    Column fits =
        col("agency_id")
            .equalTo(agency)
            .and(col("purpose").equalTo(request.purpose()))
            .and(col("captured_at").geq(Timestamp.from(request.from())))
            .and(col("captured_at").lt(Timestamp.from(request.to())));
    LoggedQuery.Vehicle vehicle = request.vehicle();
    fits = fits.and(is("make", vehicle.make())).and(is("color", vehicle.color()));
    fits = fits.and(is("body", vehicle.body())).and(is("state", vehicle.state()));
    if (!request.cameras().isEmpty()) {
      fits = fits.and(col("camera_id").isin(request.cameras().toArray()));
    }
    return reads.where(fits.and(request.area().map(FoundReads::within).orElse(lit(true))));
  }

  private static Column is(String column, Optional<String> word) {
    return word.map(w -> lower(col(column)).equalTo(w.toLowerCase(Locale.ROOT))).orElse(lit(true));
  }

  /** Great-circle distance; a read without a position is nowhere. */
  private static Column within(LoggedQuery.Area area) {
    Column lat = radians(col("lat"));
    Column half = pow(sin(lat.minus(Math.toRadians(area.lat())).divide(2)), lit(2));
    Column across =
        pow(sin(radians(col("lon")).minus(Math.toRadians(area.lon())).divide(2)), lit(2))
            .multiply(cos(lat))
            .multiply(Math.cos(Math.toRadians(area.lat())));
    return asin(sqrt(half.plus(across))).multiply(2 * EARTH_METRES).leq(area.radiusMetres());
  }
}
