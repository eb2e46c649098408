package io.platelake.app.land.rows;

import io.platelake.core.feed.CanonicalRead;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.ParsedRead;
import io.platelake.core.feed.ReadIdentity;
import io.platelake.core.feed.RecordResult;
import io.platelake.core.land.Fate;
import io.platelake.core.land.Judgement;
import io.platelake.core.land.LandingReason;
import io.platelake.core.land.LandingRulebook;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.record.Disposition;
import io.platelake.core.record.Fault;
import io.platelake.core.record.RawRecord;
import io.platelake.core.zone.ProtectedPlace;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Turns the outcomes of raw files into rows: the read in canonical form, or what is kept of a
 * record without a read. Rows have Spark's own binary form; no Spark row of Java objects comes in
 * between.
 *
 * <p>One object serves one task. A row is valid until the next one is made.
 */
public final class FateRows {
  /** What is kept of a read at a protected place until it is counted. */
  public static final StructType EXCLUDED =
      StructType.fromDDL(
          "read_id bigint, agency_id string, batch_id string, camera_id string, zone_id string,"
              + " zone_kind string, hour timestamp, date date");

  /** What is kept of a record that could not be accepted. */
  public static final StructType QUARANTINED =
      StructType.fromDDL(
          "agency_id string, feed_id string, batch_id string, file_digest string, byte_offset bigint, item int, file_name string, part bigint,"
              + " position bigint, reason string, field string, place string, why string,"
              + " captured_at timestamp, header string, payload string, payload_whole boolean,"
              + " delete_after timestamp, date date");

  /** A payload that reaches this may be cut, at the end of its last character. */
  private static final int LONGEST_WHOLE = RawRecord.PAYLOAD_LIMIT - 4;

  private static final String UNKNOWN_CAMERA = "unknown";

  /**
   * What rows are made by.
   *
   * @param reads columns of {@code reads}
   * @param images columns of {@code images}
   * @param landedAt now of the run, UTC
   */
  public record Recipe(
      FeedDefinition feed,
      LandingRulebook rules,
      OcrClasses classes,
      StructType reads,
      StructType images,
      String batchId,
      Instant landedAt)
      implements Serializable {
    /** What a read is, by the rule of the feed. */
    ReadIdentity identity(CanonicalRead read) {
      return read.identity(feed.agency(), feed.event());
    }
  }

  /** A record with its fate. */
  sealed interface Fated {
    Fate fate();

    /** Code; {@link #NO_REASON} for a fate that has none. */
    String reason();
  }

  /** A record without a row: it is only counted. */
  record Refused(String reason) implements Fated {
    @Override
    public Fate fate() {
      return Fate.REFUSED;
    }
  }

  /**
   * A record with a row.
   *
   * @param date UTC date of the row in days since 1970
   * @param read what the read is; {@link ReadIdentity#NONE} for a record that is no read
   * @param fault of a quarantined record; {@link Fault#NONE} of others
   */
  record Stored(Fate fate, String reason, int date, UnsafeRow row, ReadIdentity read, Fault fault)
      implements Fated {}

  /** The reason of kept and excluded records. */
  static final String NO_REASON = "";

  private final Recipe recipe;
  private final LandingRulebook rules;
  private final ReadRowWriter reads;
  private final UnsafeProjection excluded = UnsafeProjection.create(EXCLUDED);
  private final UnsafeProjection quarantined = UnsafeProjection.create(QUARANTINED);
  private final UTF8String agency;
  private final UTF8String feed;
  private final UTF8String batch;
  private String digest;
  private String name;
  private long part;
  private long start;

  FateRows(Recipe recipe) {
    this.recipe = recipe;
    this.rules = recipe.rules();
    this.agency = text(recipe.feed().agency());
    this.feed = text(recipe.feed().id());
    this.batch = text(recipe.batchId());
    this.reads = new ReadRowWriter(recipe);
  }

  /**
   * What follows is of this part of a file.
   *
   * @param of the first byte of the part
   * @param firstByte of the file that is read for the part
   */
  void open(String fileDigest, String fileName, long of, long firstByte) {
    digest = fileDigest;
    name = fileName;
    part = of;
    start = firstByte;
  }

  Fated of(RecordResult record) {
    if (!(record.parsed() instanceof ParsedRead.Read understood)) {
      return noRead(record, (ParsedRead.Defect) record.parsed());
    }
    CanonicalRead read = understood.read();
    Judgement judged = rules.judge(understood);
    if (judged instanceof Judgement.Kept kept) {
      int date = date(read.capturedAt());
      ReadIdentity id = recipe.identity(read);
      UnsafeRow row = reads.of(read, id, kept, date);
      return new Stored(judged.fate(), NO_REASON, date, row, id, Fault.NONE);
    }
    if (judged instanceof Judgement.Excluded excluded) {
      return excluded(recipe.identity(read), read.cameraId(), excluded.place(), read.capturedAt());
    }
    LandingReason reason = ((Judgement.Rejected) judged).reason();
    return judged.fate() == Fate.QUARANTINED
        ? quarantined(
            record, reason.name(), recipe.feed().located(reason.fault()), read.capturedAt())
        : new Refused(reason.name());
  }

  /** What may not be kept as a read is not kept in quarantine either: too old, or protected. */
  private Fated noRead(RecordResult record, ParsedRead.Defect defect) {
    if (defect.reason().disposition() == Disposition.REFUSED) {
      return new Refused(defect.reason().name());
    }
    Optional<LandingReason> time =
        Optional.ofNullable(defect.capturedAt()).flatMap(rules::timeProblem);
    if (time.isPresent()) {
      return new Refused(time.get().name());
    }
    Optional<ProtectedPlace> place = rules.protectedPlace(defect);
    return place.isPresent()
        ? excluded(ReadIdentity.NONE, defect.cameraId(), place.get(), defect.capturedAt())
        : quarantined(record, defect.reason().name(), defect.fault(), defect.capturedAt());
  }

  /** Of a read at a protected place nothing but where and when goes any further. */
  private Fated excluded(
      ReadIdentity read, String cameraId, ProtectedPlace place, Instant capturedAt) {
    Instant at = capturedAt == null ? recipe.landedAt() : capturedAt;
    int date = date(at);
    UnsafeRow row =
        excluded.apply(
            new GenericInternalRow(
                new Object[] {
                  read == ReadIdentity.NONE ? null : (Long) read.readId(),
                  agency,
                  batch,
                  text(registered(cameraId)),
                  text(place.zoneId()),
                  text(place.kind()),
                  micros(at.truncatedTo(ChronoUnit.HOURS)),
                  date
                }));
    return new Stored(Fate.EXCLUDED, NO_REASON, date, row, read, Fault.NONE);
  }

  /** Exclusions are kept for good, and what a damaged record has for a camera may be a plate. */
  private String registered(String cameraId) {
    return cameraId != null && rules.knowsCamera(cameraId) ? cameraId : UNKNOWN_CAMERA;
  }

  private Fated quarantined(RecordResult record, String reason, Fault fault, Instant capturedAt) {
    Instant at = capturedAt == null ? recipe.landedAt() : capturedAt;
    int date = date(at);
    Optional<Instant> expires = rules.quarantineExpires(Optional.ofNullable(capturedAt));
    UTF8String payload = text(record.payload());
    UnsafeRow row =
        quarantined.apply(
            new GenericInternalRow(
                new Object[] {
                  agency,
                  feed,
                  batch,
                  text(digest),
                  start + record.raw().offset(),
                  record.index(),
                  textOrNull(name),
                  part,
                  record.raw().line(),
                  text(reason),
                  textOrNull(fault.field()),
                  textOrNull(fault.at()),
                  textOrNull(fault.says()),
                  micros(at),
                  textOrNull(record.raw().header()),
                  payload,
                  payload.numBytes() < LONGEST_WHOLE,
                  expires.map(FateRows::micros).orElse(null),
                  date
                }));
    return new Stored(Fate.QUARANTINED, reason, date, row, ReadIdentity.NONE, fault);
  }

  private static UTF8String textOrNull(String text) {
    return text.isEmpty() ? null : text(text);
  }

  public static int date(Instant at) {
    return (int) LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay();
  }

  static long micros(Instant at) {
    return Math.addExact(
        Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000L);
  }

  public static UTF8String text(String text) {
    return UTF8String.fromString(text);
  }
}
