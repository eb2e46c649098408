package io.platelake.core.match.rule;

/**
 * How the plates of a read and an entry agree, best first. A pair that agrees in none of these ways
 * is no match and has no tier. Names are stored in hits and must not change.
 */
public enum PlateTier {
  /** Character by character. */
  EXACT,
  /** Of the same length, and alike only after OCR folding or a list's spelling of letter O. */
  EQUIVALENT,
  /** One character replaced, lost or added, whichever it is: a lead, and only with evidence. */
  NEAR,
  /** The entry knows a part of its plate, and the read fits it: {@link PartialRule}. */
  PARTIAL,
  /** The entry has no plate: state and traits fit, see {@link VehicleRule}. Never an alert. */
  VEHICLE
}
