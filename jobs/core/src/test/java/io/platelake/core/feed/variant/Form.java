package io.platelake.core.feed.variant;

import io.platelake.core.record.RawRecord;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Writes records of one format in other words. */
sealed interface Form permits JsonForm, XmlForm, RowForm, PairsForm {
  static Form of(SampleRecord record) {
    return switch (record.feed().layout()) {
      case XML -> new XmlForm();
      case CSV -> new RowForm();
      case PAIRS -> new PairsForm();
      default -> new JsonForm();
    };
  }

  /** Whether the record is one that can be written again: not one that is damaged. */
  default boolean isReadable(SampleRecord record) {
    return !(record.raw() instanceof RawRecord.Broken)
        && varied(record, Set.of(), new Random(0)).isPresent();
  }

  /** The record with variants of some kinds; empty where the format has none of them. */
  Optional<Draft> varied(SampleRecord record, Set<VariantKind> kinds, Random random);

  /** The records as a file. */
  String file(List<String> records, SampleRecord first, Set<VariantKind> kinds, Random random);

  /** A piece of text that no field needs, and that is no ASCII. */
  String withForeignText(String file);
}
