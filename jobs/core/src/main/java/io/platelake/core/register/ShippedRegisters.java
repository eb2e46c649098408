package io.platelake.core.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The registers that come with this build: {@code schemas/registers}. */
public final class ShippedRegisters {
  private static final String FOLDER = "/schemas/registers/";

  private ShippedRegisters() {}

  /** Their names, in the order of the index. */
  public static List<String> names() {
    return text("index.txt").orElseThrow().lines().filter(line -> !line.isBlank()).toList();
  }

  /** The contract of one. */
  public static Optional<RegisterContract> find(String name) {
    return names().contains(name)
        ? text(name + ".yaml").map(text -> RegisterContract.read(text, name + ".yaml"))
        : Optional.empty();
  }

  private static Optional<String> text(String file) {
    try (InputStream in = ShippedRegisters.class.getResourceAsStream(FOLDER + file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
