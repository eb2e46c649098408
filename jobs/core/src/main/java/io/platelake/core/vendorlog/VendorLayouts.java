package io.platelake.core.vendorlog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The layouts that come with this build: {@code schemas/accesslogs}. */
public final class VendorLayouts {
  private static final String FOLDER = "/schemas/accesslogs/";

  private VendorLayouts() {}

  /** Their names, in the order of the index. */
  public static List<String> names() {
    return text("index.txt").orElseThrow().lines().filter(line -> !line.isBlank()).toList();
  }

  /** One of them. */
  public static Optional<LogLayout> find(String name) {
    return names().contains(name)
        ? text(name + ".yaml").map(text -> LogLayout.read(text, name + ".yaml"))
        : Optional.empty();
  }

  private static Optional<String> text(String file) {
    try (InputStream in = VendorLayouts.class.getResourceAsStream(FOLDER + file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
