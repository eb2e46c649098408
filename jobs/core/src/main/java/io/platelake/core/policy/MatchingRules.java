package io.platelake.core.policy;

import java.util.List;
import java.util.Optional;

/**
 * What counts as an equivalent plate, and as a near one.
 *
 * @param ocrClasses groups of characters that readers confuse, such as "0ODQ"; each character in
 *     one group at most
 * @param minLength shortest plate with equivalents, in characters
 * @param maxLength longest plate with equivalents, in characters
 * @param maxSubstitutions how many characters may be replaced within their group
 * @param suppression how long a false match may be ruled out; one year where the policy is silent
 * @param near when a plate one character away is looked at; empty: never
 * @param authority where it comes from
 */
public record MatchingRules(
    List<String> ocrClasses,
    int minLength,
    int maxLength,
    int maxSubstitutions,
    SuppressionRule suppression,
    Optional<Near> near,
    Authority authority) {

  /**
   * A near plate: one character lost, added or another one, and something else that speaks for it.
   *
   * @param minLength shortest plate, in characters
   * @param minCandidateShare how sure a reader must be of another candidate, as a share of its
   *     confidence in the plate it reports, 0 to 1
   * @param lowConfidence confidence below which a reader itself doubts its plate, 0 to 1
   */
  public record Near(int minLength, double minCandidateShare, double lowConfidence) {
    static Near read(Fields fields) {
      return new Near(
          fields.integer("min_length", 2, 12),
          share(fields, "min_candidate_share"),
          share(fields, "low_confidence"));
    }

    private static double share(Fields fields, String key) {
      double share = fields.number(key);
      if (!(share >= 0 && share <= 1)) {
        throw new InvalidRule(key, "is no share", "Give a number from 0 to 1");
      }
      return share;
    }
  }

  public MatchingRules {
    String all = String.join("", ocrClasses);
    if (all.chars().distinct().count() != all.length()
        || ocrClasses.stream().anyMatch(group -> !group.matches("[A-Z0-9]{2,36}"))) {
      throw new InvalidRule(
          "ocr_classes",
          "are not disjoint groups of two or more letters A to Z and digits",
          "Write each group once, as in \"0ODQ\"");
    }
    if (minLength > maxLength) {
      throw new InvalidRule(
          "equivalent.min_length", "is above max_length", "Put the smaller number here");
    }
  }

  static MatchingRules read(Fields fields) {
    Equivalent equivalent = fields.read("equivalent", Equivalent::read);
    return new MatchingRules(
        fields.texts("ocr_classes"),
        equivalent.minLength,
        equivalent.maxLength,
        equivalent.maxSubstitutions,
        fields.optional("suppression", SuppressionRule::read).orElse(SuppressionRule.DEFAULT),
        fields.optional("near", Near::read),
        fields.authority());
  }

  private record Equivalent(int minLength, int maxLength, int maxSubstitutions) {
    static Equivalent read(Fields fields) {
      return new Equivalent(
          fields.integer("min_length", 1, 12),
          fields.integer("max_length", 1, 12),
          fields.integer("max_substitutions", 0, 12));
    }
  }
}
