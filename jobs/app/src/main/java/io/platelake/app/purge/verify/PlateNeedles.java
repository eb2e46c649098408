package io.platelake.app.purge.verify;

import io.platelake.app.job.option.InputFiles;
import io.platelake.core.BadInput;
import io.platelake.core.plate.PlateKey;
import io.platelake.core.plate.PlateText;
import io.platelake.lake.proof.needle.NeedleHit;
import io.platelake.lake.proof.needle.Needles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plates to search for, from a file: each as text and as packed key. Words for no plate count,
 * since an earlier version stored them as plates.
 */
final class PlateNeedles {
  private final List<String> plates;

  private PlateNeedles(List<String> plates) {
    this.plates = List.copyOf(plates);
  }

  static PlateNeedles read(Path file) {
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
    return new PlateNeedles(plates);
  }

  /** What to look for. */
  Needles needles() {
    return Needles.of(plates, plates.stream().map(PlateKey::pack).toList());
  }

  /** Mark of the plate that a needle is a form of. */
  String mark(NeedleHit hit, SearchKey key) {
    return key.mark(plates.get(hit.needle() % plates.size()));
  }

  /** Marks of all plates. */
  Set<String> marks(SearchKey key) {
    return plates.stream().map(key::mark).collect(Collectors.toSet());
  }

  /** Shows no plate. */
  @Override
  public String toString() {
    return plates.size() + " plates to search for";
  }
}
