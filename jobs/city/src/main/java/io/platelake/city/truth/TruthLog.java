package io.platelake.city.truth;

import io.platelake.city.list.HotListMatches;
import io.platelake.city.list.ListedPlate;
import io.platelake.city.option.Feed;
import io.platelake.city.reader.Sighting;
import io.platelake.city.text.Bytes;
import io.platelake.city.text.Timestamps;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What was planted: {@code truth.jsonl}, one object for every record of every payload file, for
 * tests and benchmarks. It names vehicles by their true plates, so it stays outside any lake.
 *
 * <p>Keys: {@code file} (relative to the output folder) and {@code line} (from 1, a CSV header is
 * line 1), {@code item} (0, or 1 for the second plate in a picture); {@code feed}, {@code event}
 * (equal for copies), {@code camera} (the agency's id, absent when the camera is unknown), {@code
 * captured_at} (UTC, as written in the payload), {@code delivered} (local day of the file); {@code
 * vehicle}, {@code true_plate}, {@code true_state}; {@code plate} and {@code state} as written,
 * absent when unknown; {@code defect} (absent when none); {@code outcome} and {@code reason} when
 * landed at {@code GeneratorOptions.landedAt}; {@code zone} of an excluded read.
 *
 * <p>In periods of more than a month a read that comes late can be past the shortest retention when
 * its half is landed. It is kept here all the same; {@code captured_at} tells.
 *
 * <p>A kept read of the list's purpose also has {@code matches}: the list entries, by case number,
 * whose plate it matches with {@code tier} exact or equivalent and so many {@code substitutions};
 * {@code cause} says whether the entry is about this {@code vehicle}, about a {@code namesake} in
 * another state, or met by a {@code misread}; {@code from} and {@code to} (excluded) are the days
 * of the snapshots that hold it. And {@code missed}: the entry about this vehicle, when the reading
 * cannot match it, because of its {@code length} or a {@code substitution} of characters that do
 * not look alike.
 */
public final class TruthLog implements AutoCloseable {
  private static final int FLUSH_AT = 1 << 17;

  private final Bytes out = new Bytes();
  private final Timestamps timestamps = new Timestamps(ZoneOffset.UTC);
  private final LocalDate start;
  private final OutputStream stream;

  /** A log without a reader costs nothing. */
  public static TruthLog none(LocalDate start) {
    return new TruthLog(start, null);
  }

  public static TruthLog at(Path file, LocalDate start) throws IOException {
    return new TruthLog(start, Files.newOutputStream(file));
  }

  private TruthLog(LocalDate start, OutputStream stream) {
    this.start = start;
    this.stream = stream;
  }

  public boolean wanted() {
    return stream != null;
  }

  /** The place of a record in the files. */
  public record Position(
      String file, int line, int item, Feed feed, String event, LocalDate delivered) {}

  public void record(
      Position position,
      Sighting s,
      Defect defect,
      ExpectedVerdict verdict,
      HotListMatches matches) {
    out.append("{\"file\":\"")
        .append(position.file())
        .append("\",\"line\":")
        .append(position.line());
    out.append(",\"item\":").append(position.item());
    text("feed", position.feed().id());
    text("event", position.event());
    if (defect != Defect.UNKNOWN_CAMERA) {
      text("camera", s.camera().id());
    }
    out.append(",\"captured_at\":\"");
    timestamps.iso(s.capturedMillis(), out);
    // Only this feed reports microseconds.
    out.padded(position.feed() == Feed.PLATERECOGNIZER ? s.micros() : 0, 3);
    out.append("Z\",\"delivered\":\"").append(position.delivered().toString());
    out.append("\",\"vehicle\":").append(s.vehicle());
    out.append(",\"true_plate\":\"").append(s.truth()).append('"');
    text("true_state", s.trueState().state());
    if (s.plate() != null) {
      out.append(",\"plate\":\"").append(s.plate()).append('"');
      text("state", s.state() == null ? null : s.state().state());
    }
    text("defect", defect == Defect.NONE ? null : defect.key());
    text("outcome", verdict.outcome().key());
    text("reason", verdict.reason());
    text("zone", verdict.zone());
    matches(matches);
    out.append("}\n");
    if (out.length() >= FLUSH_AT) {
      flush();
    }
  }

  private void matches(HotListMatches matches) {
    if (matches.missed() != null) {
      out.append(",\"missed\":{\"entry\":\"").append(matches.missed().caseNumber());
      out.append("\",\"why\":\"").append(matches.whyMissed()).append("\"}");
    }
    List<HotListMatches.Match> found = matches.found();
    if (found.isEmpty()) {
      return;
    }
    out.append(",\"matches\":[");
    for (int i = 0; i < found.size(); i++) {
      HotListMatches.Match match = found.get(i);
      ListedPlate entry = match.entry();
      out.append(i == 0 ? "{" : ",{").append("\"entry\":\"").append(entry.caseNumber());
      out.append("\",\"tier\":\"").append(match.substitutions() == 0 ? "exact" : "equivalent");
      out.append("\",\"substitutions\":").append(match.substitutions());
      text("state", entry.state());
      text("cause", match.cause());
      text("from", start.plusDays(entry.fromDay()).toString());
      text("to", start.plusDays(entry.toDay()).toString());
      out.append('}');
    }
    out.append(']');
  }

  private void text(String key, String value) {
    if (value != null) {
      out.append(",\"").append(key).append("\":\"").append(value).append('"');
    }
  }

  private void flush() {
    try {
      out.drainTo(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (stream != null) {
      flush();
      try {
        stream.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
