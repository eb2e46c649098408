package io.platelake.core.feed;

import io.platelake.core.picture.Picture;
import io.platelake.core.plate.SpreadsheetDamage;
import io.platelake.core.record.Fault;
import io.platelake.core.record.Reason;
import io.platelake.core.record.Words;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A read in the vendor's own words and units, filled by an adapter. {@link #canonical} judges and
 * converts it by the feed's rules, the same for every vendor. A field that is not set is unknown.
 */
final class VendorRead {
  /** Candidates beyond this are noise of a reader that lists every permutation. */
  private static final int MOST_CANDIDATES = 50;

  private static final double EARTH_RADIUS_M = 6_371_000;
  private static final double FARTHEST_READ_M = 1_000;

  /** Longer text is none, however much of it is blank. */
  private static final int LONGEST_PLATE_TEXT = 64;

  String eventId;
  String camera;
  Instant capturedAt;
  String plate;

  /** Set where the plate came as a number with a fraction: its characters are lost. */
  boolean plateDamaged;

  /** Set where the place of the time holds a text that is no time. */
  boolean timeGiven;

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
  Double lat;
  Double lon;

  /** Position of the reader, for a maker that gives it and the position of the vehicle. */
  Double observerLat;

  Double observerLon;
  String imageRef;
  List<Picture> pictures = List.of();

  /** The read, or the first reason in the order of {@link Reason} why it is none. */
  ParsedRead canonical(FeedDefinition feed) {
    Optional<String> normalised = feed.noPlateWords().plate(plate);
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
          "time of capture",
          new Fault(
              "captured_at",
              "",
              timeGiven ? "its text is no time of the mapped format" : Reason.NO_TIME.says()));
    }
    String vendorCamera = Words.identifier(camera);
    if (vendorCamera == null) {
      return defect(feed, Reason.NO_CAMERA, "camera", of("camera", Reason.NO_CAMERA));
    }
    Optional<String> cameraId = feed.cameras().cameraId(vendorCamera);
    if (cameraId.isEmpty()) {
      return defect(feed, Reason.UNKNOWN_CAMERA, "camera", of("camera", Reason.UNKNOWN_CAMERA));
    }
    if (!hasUsablePosition(feed.area()) || isFarFromObserver()) {
      return defect(feed, Reason.BAD_POSITION, "position", new Fault("lat", "", positionFault()));
    }
    Double confidence = feed.confidenceScale().toUnit(score);
    if (confidence != null && confidence.isNaN()) {
      return defect(
          feed, Reason.BAD_CONFIDENCE, "confidence", of("confidence", Reason.BAD_CONFIDENCE));
    }
    boolean placed = !isUnknownPosition();
    String event = Words.identifier(eventId);
    return new ParsedRead.Read(
        new CanonicalRead(
            event == null ? CanonicalRead.withoutEvent(normalised.get()) : event,
            vendorCamera,
            cameraId.get(),
            capturedAt,
            plate,
            normalised.get(),
            StateNames.code(state, country, feed.statePrefix()),
            unitOrUnknown(stateScore, feed),
            confidence,
            candidateList(feed),
            Words.attribute(make),
            Words.attribute(model),
            Words.attribute(color),
            Words.attribute(body),
            degrees(direction),
            placed ? lat : null,
            placed ? lon : null,
            reference(normalised.get())),
        pictures);
  }

  /** With where it was captured as far as that is known: it may have been a protected place. */
  ParsedRead defect(FeedDefinition feed, Reason reason, String place) {
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

  private String positionFault() {
    if (lat == null || lon == null) {
      return "latitude or longitude is absent";
    }
    return isFarFromObserver()
        ? "it is more than a kilometre from the position of the reader"
        : "it is out of range or outside the area of the feed";
  }

  private ParsedRead.Defect noRead(FeedDefinition feed, Reason reason, String place, Fault fault) {
    String vendorCamera = Words.identifier(camera);
    String cameraId =
        vendorCamera == null ? null : feed.cameras().cameraId(vendorCamera).orElse(null);
    boolean placed = !isUnknownPosition() && hasUsablePosition(feed.area());
    return new ParsedRead.Defect(
        reason,
        place,
        feed.located(fault),
        capturedAt,
        cameraId,
        placed ? lat : null,
        placed ? lon : null,
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
        : badPlate(feed, "its text is too long for a plate, or has characters that no plate has");
  }

  private static boolean isText(int c) {
    return Character.isLetterOrDigit(c) || c == '\uFFFD';
  }

  private static boolean isPlain(int c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }

  /** No reader stands at 0, 0 or -1, -1 or outside a coordinate: makers write these for unknown. */
  private boolean isUnknownPosition() {
    if (lat == null || lon == null) {
      return lat == null && lon == null;
    }
    // Compared as numbers: -0 is 0.
    double both = lat;
    return both == lon && (both == 0 || both == -1);
  }

  private boolean hasUsablePosition(Area area) {
    if (isUnknownPosition()) {
      return true;
    }
    return lat != null && lon != null && area.contains(lat, lon);
  }

  /** No camera reads a plate a kilometre away: of two such positions one is wrong. */
  private boolean isFarFromObserver() {
    if (isUnknownPosition() || observerLat == null || observerLon == null) {
      return false;
    }
    double north = Math.toRadians(lat - observerLat);
    double east = Math.toRadians(lon - observerLon) * Math.cos(Math.toRadians(lat));
    return !(Math.hypot(north, east) * EARTH_RADIUS_M < FARTHEST_READ_M);
  }

  private List<Candidate> candidateList(FeedDefinition feed) {
    Map<String, Candidate> kept = new LinkedHashMap<>();
    candidates.forEach(
        (text, value) -> {
          Optional<String> normalised = feed.noPlateWords().plate(text);
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

  private static Double degrees(Double value) {
    if (value == null || !(value >= 0 && value <= 360)) {
      return null;
    }
    return value == 360 ? Double.valueOf(0) : value;
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
