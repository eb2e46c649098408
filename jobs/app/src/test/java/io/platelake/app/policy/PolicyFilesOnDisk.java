package io.platelake.app.policy;

import io.platelake.app.TestPolicies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Policy files for a command line: those that ship, and changed copies. */
final class PolicyFilesOnDisk {
  private static final Path SHIPPED = TestPolicies.WA_CITY.getParent();

  private PolicyFilesOnDisk() {}

  static String shipped(String id) {
    return SHIPPED.resolve(id + ".yaml").toString();
  }

  /** A changed copy of a policy that ships. */
  static String changed(Path folder, String id, UnaryOperator<String> change) {
    try {
      String text = Files.readString(SHIPPED.resolve(id + ".yaml"));
      String after = change.apply(text);
      if (after.equals(text)) {
        throw new AssertionError("the policy no longer has what was to be changed");
      }
      return write(folder, id + "-" + Integer.toHexString(after.hashCode()), after);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A policy file of these words. */
  static String write(Path folder, String name, String text) {
    try {
      return Files.writeString(folder.resolve(name + ".yaml"), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
