package io.platelake.core.feed.variant;

/** How a maker, a broker or a spreadsheet writes the same record another way. */
enum VariantKind {
  FIELD_ORDER,
  TYPES_AS_TEXT,
  TEXTS_AS_NUMBERS,
  NULL_FIELDS,
  ABSENT_FIELDS,
  NESTED,
  ARRAY_OF_ONE,
  KEY_CASE,
  OTHER_ZONE,
  ENCODING,
  LAYOUT,
  LINE_ENDS,
  EXTRA_FIELDS,
  BLANKS,
  SEVERAL,
  /** Several of the harmless ones at once. */
  MIXED
}
