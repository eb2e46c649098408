package io.platelake.core.feed;

import io.platelake.core.picture.Picture;
import io.platelake.core.record.Fault;
import io.platelake.core.record.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** One outcome of a raw record: a read, or the reason why there is none. */
public sealed interface ParsedRead {

  /**
   * A read in canonical form.
   *
   * @param pictures that came with it, at most one of a kind
   */
  record Read(CanonicalRead read, List<Picture> pictures) implements ParsedRead {
    public Read {
      Objects.requireNonNull(read);
      pictures = List.copyOf(pictures);
    }
  }

  /**
   * No read.
   *
   * @param reason the code to count and keep
   * @param place the field or property of the format at fault, never a value from the record
   * @param fault what is wrong with it
   * @param capturedAt the instant of capture where the record states one all the same, else null
   * @param cameraId id of the camera where the record names one that the feed knows, else null
   * @param lat WGS 84 degrees where the record states a usable position, else null
   * @param lon the same
   * @param word for no plate that stands in its place, as the list of words writes it, else null
   */
  record Defect(
      Reason reason,
      String place,
      Fault fault,
      Instant capturedAt,
      String cameraId,
      Double lat,
      Double lon,
      String word)
      implements ParsedRead {
    public Defect {
      Objects.requireNonNull(reason);
      Objects.requireNonNull(place);
      Objects.requireNonNull(fault);
    }

    /** A defect of a record that states neither an instant nor a place. */
    public Defect(Reason reason, String place) {
      this(reason, place, Fault.of(reason, place), null, null, null, null, null);
    }

    /** A defect of a record without a word for no plate. */
    public Defect(
        Reason reason, String place, Instant capturedAt, String cameraId, Double lat, Double lon) {
      this(reason, place, Fault.of(reason, place), capturedAt, cameraId, lat, lon, null);
    }

    Defect withWord(String said) {
      return new Defect(reason, place, fault, capturedAt, cameraId, lat, lon, said);
    }

    Defect with(Fault exact) {
      return new Defect(reason, place, exact, capturedAt, cameraId, lat, lon, word);
    }

    /** States nothing that the record does: what it has for a camera may be the plate. */
    @Override
    public String toString() {
      return "Defect[" + reason + ", " + place + "]";
    }
  }

  /**
   * An outcome about one part of a record that has several. {@link FeedParser} takes it apart; no
   * outcome of a file is one.
   *
   * @param part of the record
   */
  record Part(ParsedRead parsed, RecordPart part) implements ParsedRead {
    @Override
    public String toString() {
      return "Part[" + parsed + "]";
    }
  }
}
