package io.platelake.core.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of {@code schemas/} as the tests find them. */
final class PolicyFiles {
  private PolicyFiles() {}

  static String waCity() {
    return text("policies/wa-city.yaml");
  }

  static Policy waCityPolicy() {
    return PolicyReader.read(waCity(), "wa-city.yaml");
  }

  static String text(String name) {
    Path schemas = Path.of(System.getProperty("basedir", "."), "..", "..", "schemas");
    try {
      return Files.readString(schemas.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
