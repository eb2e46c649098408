package io.platelake.app.purge.verify;

import io.platelake.app.job.option.InputFiles;
import io.platelake.core.BadInput;
import io.platelake.core.plate.PlateKey;
import io.platelake.core.plate.PlateText;
import io.platelake.lake.proof.needle.Needles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Plates to search for, from a file: each as text and as packed key. Words for no plate count,
 * since an earlier version stored them as plates.
 */
final class PlateNeedles {
  private PlateNeedles() {}

  static Needles read(Path file) {
    List<String> plates = new ArrayList<>();
    String[] lines = InputFiles.text(file).split("\\R");
    for (int i = 0; i < lines.length; i++) {
      int line = i + 1;
      if (!lines[i].isBlank()) {
        plates.add(
            PlateText.spelled(lines[i])
                .orElseThrow(
                    () ->
                        new BadInput(
                            "File " + file + ", line " + line,
                            "not a plate",
                            "Give one plate a line.")));
      }
    }
    if (plates.isEmpty()) {
      throw new BadInput("File " + file, "it holds no plate", "Give one plate a line.");
    }
    return Needles.of(plates, plates.stream().map(PlateKey::pack).toList());
  }
}
