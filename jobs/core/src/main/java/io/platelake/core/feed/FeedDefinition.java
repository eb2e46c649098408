package io.platelake.core.feed;

import io.platelake.core.feed.raw.AfterLanding;
import io.platelake.core.feed.raw.RawFiles;
import io.platelake.core.feed.rule.EventRule;
import io.platelake.core.feed.rule.UnusualShares;
import io.platelake.core.format.Layout;
import io.platelake.core.format.NamedColumns;
import io.platelake.core.format.RecordFormat;
import io.platelake.core.mapping.FileMapping;
import io.platelake.core.plate.NoPlateWords;
import io.platelake.core.record.Fault;
import io.platelake.core.yaml.YamlMistakes;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.Objects;

/**
 * One feed: what a directory of raw files is, who owns it and what it serves. Read from YAML:
 *
 * <pre>{@code
 * id: city-north
 * agency: city-2
 * purpose: criminal
 * layout: openalpr             # or another maker of schemas/FEEDS.md; or a mapping alone
 * time_zone: America/Los_Angeles
 * cameras: {prefix: "north-"}  # or {map: {"1000": cam-1}}; default {identity: true}
 * after_landing: keep          # or delete, or move
 * raw_folder: /srv/raw/north   # where moved files go
 * raw_retention: {amount: 72, unit: hours}  # of kept or moved files; never longer than the reads
 * no_plate_words: {add: [SIN LAMINA], plates: [MISSING]}  # see schemas/plates/no-plate.yaml
 * images: drop                 # default: kept as far as the policy of the purpose lets them be
 * event: {another_plate: correction}        # default: vehicle; also time: second
 * unusual: {quarantined: 0.05}              # shares that end landing with exit 4; default 0.5
 * }</pre>
 *
 * @param id of the feed, column {@code source} of its reads
 * @param agency that owns the reads
 * @param purpose the reads are collected for; whether the policy knows it is checked at landing
 * @param adapter how the files are read, see {@link FeedAdapter#names()}
 * @param timeZone of times that are written without one; null when the format needs none
 * @param confidenceScale of all scores in the feed
 * @param statePrefix how the feed writes states
 * @param cameras from the vendor's camera ids to the agency's
 * @param area in which reads can be, {@link Area#EARTH} when not limited
 * @param rawFiles what becomes of landed files
 * @param mapping the feed's own for adapter {@code mapping}, else the maker's with what the feed
 *     says otherwise; null where Java reads the format
 * @param keepsImages whether pictures in the records are decoded, so that they can be kept
 * @param noPlateWords words that stand for a plate that was not read
 * @param event what makes two records the same event
 * @param unusual shares of refused, quarantined or repeated records that a person has to see
 * @param digest SHA-256 in hexadecimal of all that decides how records are read
 */
public record FeedDefinition(
    String id,
    String agency,
    String purpose,
    String adapter,
    ZoneId timeZone,
    ConfidenceScale confidenceScale,
    StatePrefix statePrefix,
    CameraNames cameras,
    Area area,
    RawFiles rawFiles,
    FileMapping mapping,
    boolean keepsImages,
    NoPlateWords noPlateWords,
    EventRule event,
    UnusualShares unusual,
    String digest)
    implements Serializable {

  public FeedDefinition {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(agency, "agency");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(adapter, "adapter");
    Objects.requireNonNull(confidenceScale, "confidenceScale");
    Objects.requireNonNull(statePrefix, "statePrefix");
    Objects.requireNonNull(cameras, "cameras");
    Objects.requireNonNull(area, "area");
    Objects.requireNonNull(rawFiles, "rawFiles");
    Objects.requireNonNull(noPlateWords, "noPlateWords");
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(unusual, "unusual");
    Objects.requireNonNull(digest, "digest");
    if (FeedAdapter.isJava(adapter) == (mapping != null)) {
      throw new IllegalArgumentException("an adapter without Java and a mapping come together");
    }
  }

  /**
   * The definition in {@code yaml}; {@link io.platelake.core.BadInput} with file, line, key and
   * remedy of every mistake.
   */
  public static FeedDefinition read(String yaml, String fileName) {
    return YamlMistakes.read(yaml, fileName, FeedDefinitionReader::definition);
  }

  /** What happens to a landed file. */
  public AfterLanding afterLanding() {
    return rawFiles.afterLanding();
  }

  /** The same feed, of whose pictures only their number is of interest. */
  public FeedDefinition withoutImages() {
    return new FeedDefinition(
        id,
        agency,
        purpose,
        adapter,
        timeZone,
        confidenceScale,
        statePrefix,
        cameras,
        area,
        rawFiles,
        mapping,
        false,
        noPlateWords,
        event,
        unusual,
        digest);
  }

  /** Whether the files are rows of text, which a spreadsheet may have opened and saved. */
  boolean isOfRows() {
    return layout() == Layout.CSV;
  }

  /** How records follow each other in the feed's files. */
  public Layout layout() {
    return format().layout();
  }

  /** How the feed's files are written. */
  public RecordFormat format() {
    return mapping == null ? RecordFormat.JSON : mapping.format();
  }

  /** The columns that are read of a CSV file. */
  public NamedColumns columns() {
    return mapping == null ? NamedColumns.NONE : mapping.columns();
  }

  /** The fault with the place that the mapping reads its field from, if it has none yet. */
  public Fault located(Fault fault) {
    return mapping == null || fault.field().isEmpty() || !fault.at().isEmpty()
        ? fault
        : fault.at(mapping.place(fault.field()));
  }
}
