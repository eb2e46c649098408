package io.platelake.core.zone;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

/**
 * The names of the properties of a feature. Others are ignored, unless they look like one of ours:
 * a {@code buffer} or an {@code Effective_From} that is ignored protects less than its author
 * means.
 */
final class PlaceProperties {
  private static final Set<String> READ =
      Set.of(
          "zone_id",
          "kind",
          "name",
          "effective_from",
          "effective_to",
          "buffer_m",
          "drawn",
          "premises_m",
          "holes");

  private static final Set<String> BEGINNINGS = Set.of("buffer", "premise", "effective_", "radius");

  private PlaceProperties() {}

  static Set<String> names() {
    return READ;
  }

  static void check(JsonNode properties) {
    Iterator<String> names = properties.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (!READ.contains(name) && isLikeOurs(name.toLowerCase(Locale.ROOT))) {
        throw new InvalidPlace(
            "has a property that looks like one that is read and is none: "
                + name.substring(0, Math.min(name.length(), 32)),
            "Write buffer_m, drawn, effective_from, effective_to, holes, kind, name, premises_m or"
                + " zone_id, or rename the property");
      }
    }
  }

  private static boolean isLikeOurs(String lower) {
    return READ.contains(lower) || BEGINNINGS.stream().anyMatch(lower::startsWith);
  }
}
