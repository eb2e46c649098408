package io.platelake.core.policy;

import java.util.List;

/**
 * What counts as an equivalent plate.
 *
 * @param ocrClasses groups of characters that readers confuse, such as "0ODQ"; each character in
 *     one group at most
 * @param minLength shortest plate with equivalents, in characters
 * @param maxLength longest plate with equivalents, in characters
 * @param maxSubstitutions how many characters may be replaced within their group
 * @param authority where it comes from
 */
public record MatchingRules(
    List<String> ocrClasses,
    int minLength,
    int maxLength,
    int maxSubstitutions,
    Authority authority) {

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
