package io.platelake.core.policy;

import java.util.Locale;
import java.util.Map;

/**
 * What a change of a policy concerns; the first four are those an annual report has to tell apart.
 */
public enum ChangeTopic {
  COLLECTION,
  RETENTION,
  ACCESS,
  SHARING,
  OTHER;

  private static final Map<String, ChangeTopic> BY_SECTION =
      Map.ofEntries(
          Map.entry("purposes", COLLECTION),
          Map.entry("landing", COLLECTION),
          Map.entry("hotlists", COLLECTION),
          Map.entry("alerts", COLLECTION),
          Map.entry("matching", COLLECTION),
          Map.entry("protected_places", COLLECTION),
          Map.entry("cameras", COLLECTION),
          Map.entry("retention", RETENTION),
          Map.entry("records", RETENTION),
          Map.entry("holds", RETENTION),
          Map.entry("purge", RETENTION),
          Map.entry("access", ACCESS),
          Map.entry("purpose_statement", ACCESS),
          Map.entry("prohibited_uses", ACCESS),
          Map.entry("training", ACCESS),
          Map.entry("audits", ACCESS),
          Map.entry("sharing", SHARING),
          Map.entry("research", SHARING));

  /** The head of a rule, by its dotted path. */
  static ChangeTopic of(String path) {
    return BY_SECTION.getOrDefault(path.split("\\.", 2)[0], OTHER);
  }

  /** The word for people and files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
