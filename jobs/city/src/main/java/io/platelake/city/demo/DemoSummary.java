package io.platelake.city.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the demo says at its end. */
final class DemoSummary {
  private DemoSummary() {}

  /**
   * @param counts of all jobs, by name
   * @param made what was made, by name, in the order in which it is named
   */
  static List<String> lines(Map<String, Long> counts, Map<String, Path> made) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        String.format(
            "Of %,d records %,d were kept; %,d were made at protected places and only counted.",
            counts.get("records"), counts.get("kept"), counts.get("excluded")));
    lines.add(
        String.format(
            "%,d were refused, %,d repeated an event, %,d are in quarantine.",
            counts.get("refused"), counts.get("duplicate"), counts.get("quarantined")));
    lines.add(
        String.format("%,d hits, %,d of them alerts.", counts.get("hits"), counts.get("alerts")));
    lines.add(
        String.format(
            "%,d rows purged, %,d held reads copied to evidence first.",
            counts.get("purged"), counts.get("evidence")));
    lines.add(
        String.format(
            "%,d plates and keys of purged reads searched in every decoded file: %,d found.",
            counts.get("searched"), counts.get("found")));
    made.forEach(
        (what, path) ->
            lines.add(
                String.format(
                    "%-13s%s",
                    what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1), path)));
    return lines;
  }
}
