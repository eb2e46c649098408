package io.platelake.core.policy.matching;

import io.platelake.core.plate.PlatePattern;
import io.platelake.core.plate.PlateText;
import io.platelake.core.policy.authority.Authority;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.util.List;
import java.util.Optional;

/**
 * What counts as an equivalent plate, as a near one, and what entries without a whole plate fit.
 *
 * @param ocrClasses groups of characters that readers confuse, such as "0ODQ"; each character in
 *     one group at most
 * @param minLength shortest plate with equivalents, in characters
 * @param maxLength longest plate with equivalents, in characters
 * @param maxSubstitutions how many characters may be replaced within their group
 * @param suppression how long a false match may be ruled out; one year where the policy is silent
 * @param near when a plate one character away is looked at; empty: never
 * @param partial when entries that know a part of their plate are accepted and looked for; empty:
 *     never
 * @param vehicleOnly when entries that describe a vehicle without a plate are; empty: never
 * @param authority where it comes from
 */
public record MatchingRules(
    List<String> ocrClasses,
    int minLength,
    int maxLength,
    int maxSubstitutions,
    SuppressionRule suppression,
    Optional<Near> near,
    Optional<Partial> partial,
    Optional<VehicleOnly> vehicleOnly,
    Authority authority) {

  /** Most hits that a policy may let one entry without a whole plate have in one run. */
  private static final int MOST_HITS = 1000;

  /**
   * A part of a plate. An alert from one always needs the same state and a vehicle that fits.
   *
   * @param minKnown fewest characters that an entry must give; at least {@link
   *     PlatePattern#MIN_FIXED}
   * @param minCandidateShare how sure a reader must be of another candidate, as a share of its
   *     confidence in the plate it reports, 0 to 1
   * @param maxHits most hits of one entry in one run; one that has more is no description of one
   *     vehicle
   * @param authority where that comes from
   */
  public record Partial(int minKnown, double minCandidateShare, int maxHits, Authority authority) {
    public static Partial read(YamlMap fields) {
      return new Partial(
          fields.integer("min_known", PlatePattern.MIN_FIXED, PlateText.MAX_LENGTH),
          share(fields, "min_candidate_share"),
          fields.integer("max_hits", 1, MOST_HITS),
          Authority.of(fields));
    }
  }

  /**
   * A description without a plate: make, model and colour at least, and never an alert.
   *
   * @param maxHits most hits of one entry in one run
   * @param authority where that comes from
   */
  public record VehicleOnly(int maxHits, Authority authority) {
    public static VehicleOnly read(YamlMap fields) {
      return new VehicleOnly(fields.integer("max_hits", 1, MOST_HITS), Authority.of(fields));
    }
  }

  /**
   * A near plate: one character lost, added or another one, and something else that speaks for it.
   *
   * @param minLength shortest plate, in characters
   * @param minCandidateShare how sure a reader must be of another candidate, as a share of its
   *     confidence in the plate it reports, 0 to 1
   * @param lowConfidence confidence below which a reader itself doubts its plate, 0 to 1
   */
  public record Near(int minLength, double minCandidateShare, double lowConfidence) {
    public static Near read(YamlMap fields) {
      return new Near(
          fields.integer("min_length", 2, 12),
          share(fields, "min_candidate_share"),
          share(fields, "low_confidence"));
    }
  }

  private static double share(YamlMap fields, String key) {
    double share = fields.number(key);
    if (!(share >= 0 && share <= 1)) {
      throw new InvalidRule(key, "is no share", "Give a number from 0 to 1");
    }
    return share;
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

  public static MatchingRules read(YamlMap fields) {
    Equivalent equivalent = fields.read("equivalent", Equivalent::read);
    return new MatchingRules(
        fields.texts("ocr_classes"),
        equivalent.minLength,
        equivalent.maxLength,
        equivalent.maxSubstitutions,
        fields.optional("suppression", SuppressionRule::read).orElse(SuppressionRule.DEFAULT),
        fields.optional("near", Near::read),
        fields.optional("partial", Partial::read),
        fields.optional("vehicle_only", VehicleOnly::read),
        Authority.of(fields));
  }

  private record Equivalent(int minLength, int maxLength, int maxSubstitutions) {
    public static Equivalent read(YamlMap fields) {
      return new Equivalent(
          fields.integer("min_length", 1, 12),
          fields.integer("max_length", 1, 12),
          fields.integer("max_substitutions", 0, 12));
    }
  }
}
