package io.platelake.core.match;

/** How two plates agree; a pair that agrees in neither way is no match and has no tier. */
public enum PlateTier {
  /** Character by character. */
  EXACT,
  /** Of the same length, and alike only after OCR folding or a list's spelling of letter O. */
  EQUIVALENT
}
