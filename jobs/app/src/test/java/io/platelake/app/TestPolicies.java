package io.platelake.app;

import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.policy.PolicyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The policies that ship, as tests find them. */
public final class TestPolicies {
  /** The policy of a Washington city. */
  public static final Path WA_CITY =
      Path.of(System.getProperty("basedir", "."), "..", "..", "schemas", "policies", "wa-city.yaml")
          .normalize();

  private TestPolicies() {}

  /** The policy of a Washington city, adopted by an agency under version {@code v-1}. */
  public static PolicyInForce waCity(String agency) {
    return new PolicyInForce(
        agency, "v-1", PolicyReader.read(waCityText(), "wa-city.yaml"), waCityText());
  }

  public static String waCityText() {
    try {
      return Files.readString(WA_CITY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, where pictures of reads for criminal investigations are kept. */
  public static String waCityTextWithImages() {
    String alerting = "    alerts: true\n";
    String rule =
        "    images: {action: keep, authority: {document: platform default, reason: test}}\n";
    return waCityText().replaceFirst(alerting, alerting + rule);
  }
}
