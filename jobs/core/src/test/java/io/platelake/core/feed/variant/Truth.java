package io.platelake.core.feed.variant;

import io.platelake.core.feed.CanonicalRead;
import io.platelake.core.feed.ParsedRead;
import io.platelake.core.mapping.MappedField;
import io.platelake.core.record.Disposition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is known of a record before it is varied.
 *
 * @param parsed of the unchanged sample
 * @param removed fields that the variant may lack
 */
record Truth(ParsedRead parsed, Set<MappedField> removed) {
  private static final double SAME = 1e-9;

  boolean isRead() {
    return parsed instanceof ParsedRead.Read;
  }

  Verdict verdict(ParsedRead found) {
    if (found instanceof ParsedRead.Read read) {
      return parsed instanceof ParsedRead.Read known ? compared(known, read) : Verdict.WRONG;
    }
    ParsedRead.Defect defect = (ParsedRead.Defect) found;
    if (parsed instanceof ParsedRead.Defect known && known.reason() == defect.reason()) {
      return Verdict.RIGHT;
    }
    if (defect.reason().disposition() == Disposition.QUARANTINED) {
      return Verdict.QUARANTINED;
    }
    boolean refusedBefore =
        parsed instanceof ParsedRead.Defect known
            && known.reason().disposition() == Disposition.REFUSED;
    return refusedBefore ? Verdict.RIGHT : Verdict.REFUSED;
  }

  private Verdict compared(ParsedRead.Read known, ParsedRead.Read found) {
    if (!isSameCapture(known.read(), found)) {
      return Verdict.WRONG;
    }
    Verdict verdict =
        known.read().capturedAt().equals(found.read().capturedAt())
            ? Verdict.RIGHT
            : Verdict.UNKNOWN;
    Map<MappedField, Object> values = optional(found.read());
    for (Map.Entry<MappedField, Object> field : optional(known.read()).entrySet()) {
      Object value = values.remove(field.getKey());
      if (value == null && !removed.contains(field.getKey())) {
        verdict = verdict.worse(isCounted(field.getKey(), found) ? Verdict.UNKNOWN : lost());
      } else if (value != null && !isSame(field.getValue(), value)) {
        verdict = Verdict.WRONG;
      }
    }
    // A field that the sample has not must not come from somewhere else.
    return values.isEmpty() ? verdict : Verdict.WRONG;
  }

  private static Verdict lost() {
    return Verdict.FIELD_LOST;
  }

  private static boolean isSameCapture(CanonicalRead one, ParsedRead.Read found) {
    CanonicalRead other = found.read();
    // Milliseconds in a field of their own may be unknown, and are counted so.
    boolean rounded = found.unknown().contains(MappedField.CAPTURED_MS);
    Instant at = rounded ? one.capturedAt().truncatedTo(ChronoUnit.SECONDS) : one.capturedAt();
    return one.plate().equals(other.plate())
        && one.cameraId().equals(other.cameraId())
        && at.equals(other.capturedAt());
  }

  private static boolean isSame(Object one, Object other) {
    return one instanceof Double a && other instanceof Double b
        ? Math.abs(a - b) < SAME
        : Objects.equals(one, other);
  }

  private static boolean isCounted(MappedField field, ParsedRead.Read found) {
    Set<MappedField> unknown = found.unknown();
    return switch (field) {
      case LAT, LON -> unknown.contains(MappedField.LAT) || unknown.contains(MappedField.LON);
      case STATE_CONFIDENCE -> unknown.contains(field) || unknown.contains(MappedField.STATE);
      default -> unknown.contains(field);
    };
  }

  /** Fields that are not needed to know which plate, where and when; unknown ones left out. */
  private static Map<MappedField, Object> optional(CanonicalRead read) {
    Map<MappedField, Object> fields = new EnumMap<>(MappedField.class);
    put(fields, MappedField.EVENT_ID, event(read));
    put(fields, MappedField.STATE, read.state());
    put(fields, MappedField.STATE_CONFIDENCE, read.stateConfidence());
    put(fields, MappedField.CONFIDENCE, read.confidence());
    put(fields, MappedField.MAKE, read.make());
    put(fields, MappedField.MODEL, read.model());
    put(fields, MappedField.COLOR, read.color());
    put(fields, MappedField.BODY, read.body());
    put(fields, MappedField.DIRECTION, read.direction());
    put(fields, MappedField.LAT, read.lat());
    put(fields, MappedField.LON, read.lon());
    put(fields, MappedField.IMAGE_REF, read.imageRef());
    return fields;
  }

  /** Null where the event is the plate at its instant. */
  private static String event(CanonicalRead read) {
    return read.eventKey().startsWith("plate ") ? null : read.eventKey();
  }

  private static void put(Map<MappedField, Object> fields, MappedField field, Object value) {
    if (value != null) {
      fields.put(field, value);
    }
  }
}
