package io.platelake.core.requirement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a clause is met. */
enum Met {
  @JsonProperty("enforced")
  ENFORCED("enforced", "the platform blocks, deletes or refuses what the clause forbids"),
  @JsonProperty("computed")
  COMPUTED("computed", "the platform computes what the clause asks for"),
  @JsonProperty("recorded")
  RECORDED("recorded", "the platform records what the clause asks for"),
  @JsonProperty("published")
  PUBLISHED("published", "the platform writes what the clause wants shown"),
  @JsonProperty("human_only")
  HUMAN_ONLY("human only", "a duty of people that no table can show done"),
  @JsonProperty("not_yet")
  NOT_YET("not yet", "not met, or met by half: the table says what is missing and what there is");

  private final String label;
  private final String meaning;

  Met(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  String label() {
    return label;
  }

  String meaning() {
    return meaning;
  }

  /** Whether the platform does it, so that a test has to prove it. */
  boolean byPlatform() {
    return this != HUMAN_ONLY && this != NOT_YET;
  }
}
