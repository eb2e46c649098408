package io.platelake.app.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** A JSON file as indented text without the {@link #VARYING} fields. */
final class GoldenJson {
  /** Sizes of data files, and digests over their names or over the words of the policy. */
  private static final Set<String> VARYING =
      Set.of(
          "plan_digest",
          "policies",
          "bytes",
          "listing",
          "listing_sha256",
          "coverage_sha256",
          "hash");

  private GoldenJson() {}

  static String text(Path file) throws IOException {
    JsonNode tree = new ObjectMapper().readTree(file.toFile());
    strip(tree);
    return tree.toPrettyString();
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode fields) {
      fields.remove(VARYING);
    }
    node.forEach(GoldenJson::strip);
  }
}
