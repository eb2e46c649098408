package io.platelake.core.policy.authority;

import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.util.Optional;

/**
 * Where a rule comes from: a section of a document, or a default of the platform with its reason.
 *
 * @param document short name of the document, or {@link #PLATFORM_DEFAULT}
 * @param section section numbers; empty only for a platform default
 * @param reason one line; required for a platform default, otherwise optional
 */
public record Authority(String document, Optional<String> section, Optional<String> reason) {
  /** Document name of numbers that no text gives and the platform needs. */
  public static final String PLATFORM_DEFAULT = "platform default";

  public Authority {
    boolean ours = PLATFORM_DEFAULT.equals(document);
    if (ours && reason.isEmpty()) {
      throw new InvalidRule("reason", "is missing", "Say in one line why this number was chosen");
    }
    if (ours == section.isPresent()) {
      throw new InvalidRule(
          "section",
          ours ? "does not go with a platform default" : "is missing",
          "Name a document and its section, or \"platform default\" and a reason");
    }
  }

  /** Whether the platform chose this number because the document gives none. */
  public boolean isPlatformDefault() {
    return section.isEmpty();
  }

  /** The authority of a rule, under its key {@code authority}. */
  public static Authority of(YamlMap rule) {
    return rule.read("authority", Authority::read);
  }

  static Authority read(YamlMap fields) {
    return new Authority(
        fields.text("document"), fields.optionalText("section"), fields.optionalText("reason"));
  }

  @Override
  public String toString() {
    return section.map(s -> document + ", section " + s).orElse(document);
  }
}
