package io.platelake.core.feed;

import io.platelake.core.mapping.MappedField;
import io.platelake.core.mapping.time.TimeProblem;
import io.platelake.core.mapping.time.TimeReading;
import io.platelake.core.picture.Picture;
import io.platelake.core.plate.PlateText;
import io.platelake.core.plate.SpreadsheetDamage;
import io.platelake.core.record.Fault;
import io.platelake.core.record.Reason;
import io.platelake.core.record.Words;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A read in the vendor's own words and units, filled by an adapter. {@link #canonical} judges and
 * converts it by the feed's rules, the same for every vendor. A field that is not set is unknown.
 */
final class VendorRead {
  /** Candidates beyond this are noise of a reader that lists every permutation. */
  private static final int MOST_CANDIDATES = 50;

  /** Longer text is none, however much of it is blank. */
  private static final int LONGEST_PLATE_TEXT = 64;

  String eventId;
  String camera;
  Instant capturedAt;

  /** Why there is no instant; null where there is one, or nothing was found out. */
  TimeProblem timeProblem;

  /** Whether the local time comes twice. */
  boolean repeatedHour;

  String plate;

  /** Set where the plate came as a number with a fraction: its characters are lost. */
  boolean plateDamaged;

  String country;
  String state;
  Double stateScore;
  Double score;
  final Map<String, Double> candidates = new LinkedHashMap<>();
  String make;
  String model;
  String color;
  String body;
  Double direction;
  final VendorPosition position = new VendorPosition();
  String imageRef;
  List<Picture> pictures = List.of();

  /** Fields that are there and cannot be used; null until there is one. */
  private EnumSet<MappedField> unknown;

  /** Sets the instant, or why there is none. */
  void captured(TimeReading reading) {
    capturedAt = reading.find().orElse(null);
    timeProblem = reading instanceof TimeReading.None none ? none.problem() : null;
    repeatedHour = reading instanceof TimeReading.At at && at.repeated();
  }

  private String withoutTime() {
    return isTimeGiven() ? "time of capture: " + timeProblem.words() : "time of capture";
  }

  /** Whether the place of the time holds a text that is no time. */
  private boolean isTimeGiven() {
    return timeProblem != null && timeProblem != TimeProblem.ABSENT;
  }

  /** The read, or the first reason in the order of {@link Reason} why it is none. */
  ParsedRead canonical(FeedDefinition feed) {
    Optional<String> normalised = feed.noPlateWords().plate(feed.characters().applied(plate));
    if (isDamagedPlate(feed)) {
      return badPlate(feed, damage(feed));
    }
    if (normalised.isEmpty()) {
      return unread(feed);
    }
    if (capturedAt == null) {
      return defect(
          feed,
          Reason.NO_TIME,
          withoutTime(),
          new Fault(
              "captured_at", "", isTimeGiven() ? timeProblem.words() : Reason.NO_TIME.says()));
    }
    String vendorCamera = Words.identifier(camera);
    if (vendorCamera == null) {
      return defect(feed, Reason.NO_CAMERA, "camera", of("camera", Reason.NO_CAMERA));
    }
    Optional<String> cameraId = feed.cameras().cameraId(vendorCamera);
    if (cameraId.isEmpty()) {
      return defect(feed, Reason.UNKNOWN_CAMERA, "camera", of("camera", Reason.UNKNOWN_CAMERA));
    }
    boolean placed = isPlaced(feed.area());
    String event = usable(MappedField.EVENT_ID, eventId, Words.identifier(eventId));
    CanonicalRead read =
        new CanonicalRead(
            event == null ? CanonicalRead.withoutEvent(normalised.get()) : event,
            vendorCamera,
            cameraId.get(),
            capturedAt,
            plate,
            normalised.get(),
            StateNames.code(state, country, feed.statePrefix()),
            unit(MappedField.STATE_CONFIDENCE, stateScore, feed),
            unit(MappedField.CONFIDENCE, score, feed),
            candidateList(feed),
            usable(MappedField.MAKE, make, Words.attribute(make)),
            usable(MappedField.MODEL, model, Words.attribute(model)),
            usable(MappedField.COLOR, color, Words.attribute(color)),
            usable(MappedField.BODY, body, Words.attribute(body)),
            degrees(),
            placed ? position.lat : null,
            placed ? position.lon : null,
            reference(normalised.get()));
    return new ParsedRead.Read(read, pictures, unknown == null ? Set.of() : unknown, repeatedHour);
  }

  /** A field is there, and cannot be used. It is not needed to know which plate, where and when. */
  void unknown(MappedField field) {
    if (unknown == null) {
      unknown = EnumSet.noneOf(MappedField.class);
    }
    unknown.add(field);
  }

  private String usable(MappedField field, String text, String made) {
    if (made == null && Words.known(text) != null && !text.strip().equals("-1")) {
      unknown(field);
    }
    return made;
  }

  private Double unit(MappedField field, Double value, FeedDefinition feed) {
    Double unit = feed.confidenceScale().toUnit(value);
    if (unit != null && unit.isNaN()) {
      unknown(field);
      return null;
    }
    return unit;
  }

  private boolean isPlaced(Area area) {
    if (position.isUnknown()) {
      return false;
    }
    boolean usable =
        position.isUsable(area) && !isObserverUnclear() && !position.isFarFromObserver();
    if (!usable) {
      boolean latitude = position.isLatitudeWrong();
      boolean longitude = position.isLongitudeWrong();
      if (latitude || !longitude) {
        unknown(MappedField.LAT);
      }
      if (longitude || !latitude) {
        unknown(MappedField.LON);
      }
    }
    return usable;
  }

  /** With where it was captured as far as that is known: it may have been a protected place. */
  ParsedRead.Defect defect(FeedDefinition feed, Reason reason, String place) {
    return noRead(feed, reason, place, Fault.of(reason, place));
  }

  ParsedRead defect(FeedDefinition feed, Reason reason, String place, Fault fault) {
    return noRead(feed, reason, place, fault);
  }

  private static Fault of(String field, Reason reason) {
    return new Fault(field, "", reason.says());
  }

  private ParsedRead badPlate(FeedDefinition feed, String why) {
    return noRead(feed, Reason.BAD_PLATE, "plate", new Fault("plate", "", why));
  }

  private String damage(FeedDefinition feed) {
    if (plate != null && plate.length() > LONGEST_PLATE_TEXT) {
      return "its text is longer than " + LONGEST_PLATE_TEXT + " characters";
    }
    boolean sheet = plate != null && SpreadsheetDamage.isDamaged(plate);
    return sheet || feed.isOfRows() && !plateDamaged
        ? "a date, number or truth value that a spreadsheet made of a plate"
        : "a number with a fraction or a truth value where a text should be";
  }

  private ParsedRead.Defect noRead(FeedDefinition feed, Reason reason, String place, Fault fault) {
    String vendorCamera = Words.identifier(camera);
    String cameraId =
        vendorCamera == null ? null : feed.cameras().cameraId(vendorCamera).orElse(null);
    boolean placed = !position.isUnknown() && position.isUsable(feed.area());
    return new ParsedRead.Defect(
        reason,
        place,
        feed.located(fault),
        capturedAt,
        cameraId,
        placed ? position.lat : null,
        placed ? position.lon : null,
        null);
  }

  private boolean isDamagedPlate(FeedDefinition feed) {
    if (plateDamaged || plate != null && plate.length() > LONGEST_PLATE_TEXT) {
      return true;
    }
    return plate != null
        && (SpreadsheetDamage.isDamaged(plate)
            || feed.isOfRows() && SpreadsheetDamage.isTruthValue(plate))
        && !feed.noPlateWords().isPlateHere(plate);
  }

  /**
   * A plate that is none. A word, an empty text or signs alone say that no plate was read; other
   * text is no plate.
   */
  private ParsedRead unread(FeedDefinition feed) {
    Optional<String> word = plate == null ? Optional.empty() : feed.noPlateWords().find(plate);
    if (word.isPresent()) {
      return noRead(feed, Reason.NO_PLATE, "plate", of("plate", Reason.NO_PLATE))
          .withWord(word.get());
    }
    String known = Words.known(plate);
    boolean silent = known == null || known.chars().noneMatch(VendorRead::isText);
    return silent
        ? noRead(feed, Reason.NO_PLATE, "plate", of("plate", Reason.NO_PLATE))
        : badPlate(feed, noPlate(plate));
  }

  private static String noPlate(String text) {
    long plain = text.chars().filter(VendorRead::isPlain).count();
    return plain > PlateText.MAX_LENGTH
        ? "its text has more than " + PlateText.MAX_LENGTH + " letters and digits"
        : "its text has characters that no plate has; see plate_characters";
  }

  private static boolean isText(int c) {
    return Character.isLetterOrDigit(c) || c == '\uFFFD';
  }

  private static boolean isPlain(int c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }

  /** A position that cannot be compared with where the reader stood may be the wrong one. */
  private boolean isObserverUnclear() {
    return unknown != null
        && (unknown.contains(MappedField.OBSERVER_LAT)
            || unknown.contains(MappedField.OBSERVER_LON));
  }

  private List<Candidate> candidateList(FeedDefinition feed) {
    Map<String, Candidate> kept = new LinkedHashMap<>();
    candidates.forEach(
        (text, value) -> {
          Optional<String> normalised = feed.noPlateWords().plate(feed.characters().applied(text));
          if (normalised.isPresent() && kept.size() < MOST_CANDIDATES) {
            kept.putIfAbsent(
                normalised.get(), new Candidate(normalised.get(), unitOrUnknown(value, feed)));
          }
        });
    return List.copyOf(kept.values());
  }

  /** A secondary score off the scale is unknown: it must not cost the read. */
  private static Double unitOrUnknown(Double value, FeedDefinition feed) {
    Double unit = feed.confidenceScale().toUnit(value);
    return unit == null || unit.isNaN() ? null : unit;
  }

  private Double degrees() {
    boolean usable = direction != null && direction >= 0 && direction <= 360;
    if (!usable && direction != null && direction != -1) {
      unknown(MappedField.DIRECTION);
    }
    return !usable ? null : direction == 360 ? Double.valueOf(0) : direction;
  }

  /** Some makers name pictures after the plate: such a reference would outlive the read. */
  private String reference(String normalised) {
    String text = imageRef == null || imageRef.length() > 1024 ? null : Words.known(imageRef);
    if (text == null) {
      return null;
    }
    // What follows is a signature that expires, and a secret until then.
    int query = text.indexOf('?');
    String path = query < 0 ? text : text.substring(0, query);
    StringBuilder letters = new StringBuilder();
    path.chars()
        .filter(VendorRead::isPlain)
        .forEach(c -> letters.append(Character.toUpperCase((char) c)));
    return letters.indexOf(normalised) >= 0 ? null : path;
  }
}
