package io.platelake.app.land;

import io.platelake.core.feed.CanonicalRead;
import io.platelake.core.feed.Disposition;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.Outcome;
import io.platelake.core.feed.Parsed;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlateKey;
import io.platelake.core.zone.ProtectedPlace;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * From a raw file to one row per record: the read in canonical form with its fate, or the reason
 * why there is none. Reads the file as a stream; holds one record at a time.
 */
final class RecordRows implements FlatMapFunction<Row, Row>, Serializable {
  private static final long serialVersionUID = 1L;

  /** Columns of what comes out; those of {@code reads} have its names. */
  static final StructType SCHEMA =
      StructType.fromDDL(
          "file_digest string, file_name string, position bigint, byte_offset bigint,"
              + " item int, fate string, reason string, zone_id string, zone_kind string, payload string,"
              + " read_id bigint, camera_id string, captured_at timestamp, plate string,"
              + " plate_key bigint, fold_key bigint, state string, state_confidence double,"
              + " confidence double, candidates array<struct<plate: string, confidence: double>>,"
              + " make string, model string, color string, body string, direction double,"
              + " lat double, lon double, image_ref string, delete_after timestamp, date date");

  private static final String UNKNOWN_CAMERA = "unknown";

  private final FeedDefinition feed;
  private final LandingRulebook rules;
  private final ArrayList<String> ocrClasses;
  private transient OcrClasses classes;

  RecordRows(FeedDefinition feed, LandingRulebook rules, List<String> ocrClasses) {
    this.feed = feed;
    this.rules = rules;
    this.ocrClasses = new ArrayList<>(ocrClasses);
  }

  /** Takes a row of path and digest. */
  @Override
  public Iterator<Row> call(Row file) throws IOException {
    if (classes == null) {
      classes = OcrClasses.of(ocrClasses);
    }
    Path path = new Path(file.getString(0));
    InputStream in = path.getFileSystem(SparkHadoopUtil.get().conf()).open(path);
    return new Records(
        file.getString(1), path.getName(), in, UnpackedOutcomes.of(feed, in, UnpackLimits.DEFAULT));
  }

  /** The rows of one file, made as they are asked for. */
  private final class Records implements Iterator<Row> {
    private final String digest;
    private final String name;
    private final InputStream in;
    private final Iterator<Outcome> outcomes;

    Records(String digest, String name, InputStream in, Iterator<Outcome> outcomes) {
      this.digest = digest;
      this.name = name;
      this.in = in;
      this.outcomes = outcomes;
    }

    @Override
    public boolean hasNext() {
      boolean more = outcomes.hasNext();
      if (!more) {
        close();
      }
      return more;
    }

    @Override
    public Row next() {
      Outcome outcome = outcomes.next();
      return row(outcome, outcome.parsed());
    }

    private void close() {
      try {
        in.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Row row(Outcome record, Parsed parsed) {
      if (parsed instanceof Parsed.Read understood) {
        CanonicalRead read = understood.read();
        Judgement judged = rules.judge(read);
        return switch (judged.fate()) {
          case KEPT, EXCLUDED -> read(record, read, judged);
          default -> noRead(record, judged.fate(), judged.reason(), read.capturedAt());
        };
      }
      return noRead(record, (Parsed.Defect) parsed);
    }

    /** What may not be kept as a read is not kept in quarantine either: too old, or protected. */
    private Row noRead(Outcome record, Parsed.Defect defect) {
      if (defect.reason().disposition() == Disposition.REFUSED) {
        return noRead(record, Fate.REFUSED, defect.reason().name(), defect.capturedAt());
      }
      Optional<LandingReason> time =
          Optional.ofNullable(defect.capturedAt()).flatMap(rules::timeProblem);
      if (time.isPresent()) {
        return noRead(record, time.get().fate(), time.get().name(), null);
      }
      Optional<ProtectedPlace> place = rules.protectedPlace(defect);
      if (place.isPresent()) {
        Object[] cells = cells(record, Fate.EXCLUDED, null, defect.capturedAt());
        cells[SCHEMA.fieldIndex("zone_id")] = place.get().zoneId();
        cells[SCHEMA.fieldIndex("zone_kind")] = place.get().kind();
        cells[SCHEMA.fieldIndex("camera_id")] = registered(defect.cameraId());
        return RowFactory.create(cells);
      }
      return noRead(record, Fate.QUARANTINED, defect.reason().name(), defect.capturedAt());
    }

    private Row read(Outcome record, CanonicalRead r, Judgement judged) {
      boolean kept = judged.fate() == Fate.KEPT;
      long key = PlateKey.pack(r.plate());
      List<Row> candidates = new ArrayList<>();
      r.candidates().forEach(c -> candidates.add(RowFactory.create(c.plate(), c.confidence())));
      return RowFactory.create(
          digest,
          name,
          record.raw().line(),
          record.raw().offset(),
          record.index(),
          judged.fate().name(),
          null,
          kept ? null : judged.place().zoneId(),
          kept ? null : judged.place().kind(),
          null,
          r.readId(feed.agency()),
          kept ? r.cameraId() : registered(r.cameraId()),
          Timestamp.from(r.capturedAt()),
          // Of a read at a protected place nothing but where and when goes any further.
          kept ? r.plate() : null,
          kept ? key : null,
          kept ? classes.foldKey(key) : null,
          kept ? r.state() : null,
          kept ? r.stateConfidence() : null,
          kept ? r.confidence() : null,
          kept ? CollectionConverters.asScala(candidates).toSeq() : null,
          kept ? r.make() : null,
          kept ? r.model() : null,
          kept ? r.color() : null,
          kept ? r.body() : null,
          kept ? r.direction() : null,
          judged.lat(),
          judged.lon(),
          kept ? r.imageRef() : null,
          judged.deleteAfter() == null ? null : Timestamp.from(judged.deleteAfter()),
          date(r.capturedAt()));
    }

    /** Exclusions are kept for good, and what a damaged record has for a camera may be a plate. */
    private String registered(String cameraId) {
      return cameraId != null && rules.knowsCamera(cameraId) ? cameraId : UNKNOWN_CAMERA;
    }

    private Row noRead(Outcome record, Fate fate, String reason, Instant capturedAt) {
      Object[] cells = cells(record, fate, reason, capturedAt);
      if (fate == Fate.QUARANTINED) {
        Instant expires = rules.quarantineExpires(Optional.ofNullable(capturedAt));
        cells[SCHEMA.fieldIndex("payload")] = record.payload();
        cells[SCHEMA.fieldIndex("delete_after")] = expires == null ? null : Timestamp.from(expires);
      }
      return RowFactory.create(cells);
    }

    private Object[] cells(Outcome record, Fate fate, String reason, Instant capturedAt) {
      Instant at = capturedAt == null ? rules.asOf() : capturedAt;
      Object[] cells = new Object[SCHEMA.size()];
      cells[0] = digest;
      cells[1] = name;
      cells[2] = record.raw().line();
      cells[3] = record.raw().offset();
      cells[4] = record.index();
      cells[5] = fate.name();
      cells[6] = reason;
      cells[SCHEMA.fieldIndex("captured_at")] = Timestamp.from(at);
      cells[SCHEMA.fieldIndex("date")] = date(at);
      return cells;
    }

    private Date date(Instant at) {
      return Date.valueOf(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }
  }
}
