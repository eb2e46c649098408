package io.platelake.app.export;

import io.platelake.app.job.Sha256;
import io.platelake.app.ledger.export.Export;
import io.platelake.app.ledger.export.TrackedExport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is at the place of an export. */
final class ExportFiles {
  private ExportFiles() {}

  /** What is wrong about an export at its place; empty when all is as the ledger says. */
  static Optional<String> fault(TrackedExport tracked) {
    Export export = tracked.export();
    if (tracked.failed()) {
      return Optional.empty();
    }
    if (!tracked.isOut()) {
      return Files.exists(export.path())
          ? Optional.of("it is at its place, and the ledger says that it was destroyed")
          : Optional.empty();
    }
    if (!Files.exists(export.path())) {
      return Optional.of("it is not at its place, and nobody recorded its destruction");
    }
    if (!digest(export.path()).equals(Optional.of(export.content().sha256()))) {
      return Optional.of("it was changed since it left");
    }
    return Files.exists(export.manifest())
        ? Optional.empty()
        : Optional.of("its manifest is not with it");
  }

  /** Digest of a file; empty where it cannot be read. */
  static Optional<String> digest(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(Sha256.of(in));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Deletes the files of an export, with all that is named after it.
   *
   * @return what proves it
   * @throws IOException if one could not be deleted
   */
  static String destroy(Export export) throws IOException {
    Optional<String> digest = digest(export.path());
    for (Path file : List.of(export.path(), export.manifest())) {
      Files.deleteIfExists(file);
    }
    if (Files.exists(export.path()) || Files.exists(export.manifest())) {
      throw new IOException("a file is still there");
    }
    return digest
        .map(
            d ->
                d.equals(export.content().sha256())
                    ? "file with sha256 " + d + " deleted, not found afterwards"
                    : "changed file with sha256 " + d + " deleted, not found afterwards")
        .orElse("no file found at its place");
  }
}
