package io.platelake.core.policy;

import io.platelake.core.policy.bounds.StateBounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of {@code schemas/} as the tests find them. */
public final class PolicyFiles {
  /** The five policies that ship. */
  static final List<String> PACKS =
      List.of("wa-city", "ca-westmorland-462", "ca-ag-429", "ky-model", "guidelines");

  private PolicyFiles() {}

  public static String waCity() {
    return text("policies/wa-city.yaml");
  }

  public static Policy waCityPolicy() {
    return PolicyReader.read(waCity(), "wa-city.yaml");
  }

  /** A policy that ships, by its id. */
  public static PolicyFile pack(String id) {
    return load(text("policies/" + id + ".yaml"), id + ".yaml");
  }

  /** A policy text that may extend one that ships. */
  public static PolicyFile load(String text, String file) {
    return PolicyReader.load(text, file, PolicyFiles::parent);
  }

  public static StateBounds bounds(String id) {
    return StateBounds.read(text("policies/bounds/" + id + ".yaml"), id + ".yaml");
  }

  public static String text(String name) {
    try {
      return Files.readString(schemas().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<ParentPolicies.Source> parent(String id) {
    return PACKS.contains(id)
        ? Optional.of(new ParentPolicies.Source(id + ".yaml", text("policies/" + id + ".yaml")))
        : Optional.empty();
  }

  private static Path schemas() {
    return Path.of(System.getProperty("basedir", "."), "..", "..", "schemas");
  }
}
