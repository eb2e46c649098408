package io.platelake.app.ledger.policy;

import io.platelake.app.job.option.InputFiles;
import io.platelake.core.policy.ParentPolicies;
import io.platelake.core.policy.PolicyFile;
import io.platelake.core.policy.PolicyReader;
import io.platelake.core.policy.bounds.StateBounds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Policy files as people name them, with the policies they extend and the bounds of their state.
 * These come from the folder of the file, or from this build.
 */
public final class ShippedPolicies {
  private static final String SHIPPED = "/schemas/policies/";

  private ShippedPolicies() {}

  /**
   * Reads a policy file.
   *
   * @throws io.platelake.core.BadInput if it is not a valid policy
   */
  public static PolicyFile read(Path file) {
    return PolicyReader.load(InputFiles.text(file), file.toString(), parents(file));
  }

  /** What the law of a state leaves its agencies; empty where no bounds are known. */
  public static Optional<StateBounds> bounds(String jurisdiction) {
    String name = "bounds/" + jurisdiction.toLowerCase(Locale.ROOT) + ".yaml";
    return shipped(name).map(text -> StateBounds.read(text, name));
  }

  private static ParentPolicies parents(Path file) {
    return id -> {
      Path sibling = file.resolveSibling(id + ".yaml");
      return InputFiles.isThere(sibling)
          ? Optional.of(new ParentPolicies.Source(sibling.toString(), InputFiles.text(sibling)))
          : shipped(id + ".yaml").map(text -> new ParentPolicies.Source(id + ".yaml", text));
    };
  }

  private static Optional<String> shipped(String name) {
    try (InputStream in = ShippedPolicies.class.getResourceAsStream(SHIPPED + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
