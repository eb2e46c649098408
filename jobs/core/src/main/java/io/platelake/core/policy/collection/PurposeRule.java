package io.platelake.core.policy.collection;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.yaml.YamlMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One purpose that readers may serve; data of one purpose serves no other.
 *
 * @param title name for people
 * @param users roles of {@code AccessRules} that may use it; empty means every role
 * @param uses what the purpose covers
 * @param alerts whether hits of this purpose may become real-time alerts
 * @param siteTypes camera site types from which reads are taken; empty means any
 * @param images what happens to pictures of its reads; they are dropped where it is empty
 * @param authority where it comes from
 */
public record PurposeRule(
    String title,
    Set<String> users,
    List<String> uses,
    boolean alerts,
    Set<String> siteTypes,
    Optional<ImageRule> images,
    Authority authority) {

  /** Whether a read of a camera at this type of site may be taken for this purpose. */
  public boolean allowsSite(String siteType) {
    return siteTypes.isEmpty() || siteTypes.contains(siteType);
  }

  /** Whether pictures may be kept: only where the policy says so. */
  public boolean keepsImages() {
    return images.filter(rule -> rule.action() == ImageRule.Action.KEEP).isPresent();
  }

  public static PurposeRule read(YamlMap fields) {
    return new PurposeRule(
        fields.text("title"),
        Set.copyOf(fields.optionalWords("users")),
        fields.words("uses"),
        fields.flag("alerts"),
        Set.copyOf(fields.optionalWords("site_types")),
        fields.optional("images", ImageRule::read),
        Authority.of(fields));
  }
}
