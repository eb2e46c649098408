package io.platelake.core.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code schemas/MAPPING.md}; {@code make schemas} runs it. */
final class MappingFile {
  private MappingFile() {}

  /** Takes the {@code schemas} folder as its one argument. */
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0], "MAPPING.md"), MappingPage.page());
  }
}
