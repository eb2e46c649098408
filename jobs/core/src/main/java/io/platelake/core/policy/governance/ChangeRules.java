package io.platelake.core.policy.governance;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.yaml.YamlMap;
import java.util.Optional;

/**
 * What a new version of the policy needs before it takes effect.
 *
 * @param publicNotice the public was informed on an earlier date
 * @param publicComment the public could comment until a date before
 * @param first whether the first version needs both too
 * @param noticePeriod how long before the change the notice must be; empty where no length is set
 * @param authority where it comes from
 */
public record ChangeRules(
    boolean publicNotice,
    boolean publicComment,
    boolean first,
    Optional<Period> noticePeriod,
    Authority authority) {

  public static ChangeRules read(YamlMap fields) {
    return new ChangeRules(
        fields.flag("public_notice"),
        fields.flag("public_comment"),
        fields.optionalFlag("first"),
        fields.optional("notice_period", Period::read),
        Authority.of(fields));
  }
}
