package io.platelake.app.alert;

import io.platelake.app.ledger.export.Export;
import io.platelake.core.BadInput;
import io.platelake.core.text.CsvRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether an export carried a read, as far as its file still says. */
final class CarriedReads {
  private static final String READ_ID = "read_id";

  private CarriedReads() {}

  /** Empty where the file is gone, was changed beyond reading, or does not name its reads. */
  static Optional<Boolean> anyOf(Export export, Set<Long> reads) {
    if (!export.content().file().endsWith(".csv") || !Files.isRegularFile(export.path())) {
      return Optional.empty();
    }
    boolean[] carried = new boolean[1];
    try {
      CsvRows.read(
          Files.readString(export.path(), StandardCharsets.UTF_8),
          "Export " + export.id(),
          List.of(READ_ID),
          (cells, place) -> carried[0] |= reads.contains(Long.valueOf(cells.get(READ_ID))));
    } catch (IOException | BadInput | NumberFormatException e) {
      return Optional.empty();
    }
    return Optional.of(carried[0]);
  }
}
