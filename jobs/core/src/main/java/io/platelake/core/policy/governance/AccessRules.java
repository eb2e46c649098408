package io.platelake.core.policy.governance;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who gets an account, and what ends it.
 *
 * @param roles kinds of people who may, by id, with a title for people
 * @param documentedNeed each needs a need on file
 * @param authority where both come from
 * @param approval who approves an account; empty where no one is named
 * @param inactivity when an unused account is suspended; empty where it never is
 * @param accounts what an account must be; empty where the document is silent
 * @param directAccess who may give outsiders access; empty where no one may
 * @param devices what people may use to get in; empty where the document is silent
 * @param search who may search; empty where every role may
 * @param log what the record of an access holds
 */
public record AccessRules(
    Map<String, String> roles,
    boolean documentedNeed,
    Authority authority,
    Optional<Approval> approval,
    Optional<Inactivity> inactivity,
    Optional<Accounts> accounts,
    Optional<Approval> directAccess,
    Optional<Devices> devices,
    Optional<Search> search,
    Log log) {

  public AccessRules {
    search.ifPresent(
        s -> InvalidRule.requireKnown("search.roles", s.roles(), roles.keySet(), "role"));
  }

  /**
   * @param by role that approves, each person on its own
   * @param reviewEvery how often an approval is looked at again; empty where it is not
   * @param unreviewedListed whether an approval that nobody reviewed in time is only listed; it is
   *     suspended otherwise
   * @param bySource whether it names whose data it covers
   * @param authority where it comes from
   */
  public record Approval(
      String by,
      Optional<Period> reviewEvery,
      boolean unreviewedListed,
      boolean bySource,
      Authority authority) {
    public static Approval read(YamlMap fields) {
      return new Approval(
          fields.name("approval"),
          fields.optional("review_every", Period::read),
          fields.optionalFlag("unreviewed_listed"),
          fields.optionalFlag("by_source"),
          Authority.of(fields));
    }
  }

  /**
   * @param roles kinds of people who may search stored reads; others see alerts only
   * @param mostRows a larger answer is refused; empty where the platform's own limit holds
   * @param authority where it comes from
   */
  public record Search(List<String> roles, Optional<Integer> mostRows, Authority authority) {
    /** Rows of an answer where the policy is silent. */
    public static final int MOST_ROWS = 1_000;

    private static final int LARGEST = 1_000_000;

    public static Search read(YamlMap fields) {
      return new Search(
          fields.words("roles"),
          fields.has("most_rows")
              ? Optional.of(fields.integer("most_rows", 1, LARGEST))
              : Optional.empty(),
          Authority.of(fields));
    }
  }

  /** Rows that an answer may have; a larger one is refused. */
  public int mostRows() {
    return search.flatMap(Search::mostRows).orElse(Search.MOST_ROWS);
  }

  /**
   * @param suspendAfter an account unused this long is suspended
   * @param authority where it comes from
   */
  public record Inactivity(Period suspendAfter, Authority authority) {
    public static Inactivity read(YamlMap fields) {
      return new Inactivity(fields.read("suspend_after", Period::read), Authority.of(fields));
    }
  }

  /**
   * @param individual each belongs to one person
   * @param refusedIds parts of a name that betray an account of many, in lower case
   * @param retrainOnReturn a suspended or changed account comes back only after training
   * @param authority where it comes from
   */
  public record Accounts(
      boolean individual, List<String> refusedIds, boolean retrainOnReturn, Authority authority) {
    public static Accounts read(YamlMap fields) {
      return new Accounts(
          fields.flag("individual"),
          fields.optionalTexts("refused_ids"),
          fields.optionalFlag("retrain_on_return"),
          Authority.of(fields));
    }
  }

  /**
   * @param issuedOnly only devices that the agency issued
   * @param secondFactor a second factor besides the password
   * @param authority where it comes from
   */
  public record Devices(boolean issuedOnly, boolean secondFactor, Authority authority) {
    public static Devices read(YamlMap fields) {
      return new Devices(
          fields.flag("issued_only"), fields.flag("second_factor"), Authority.of(fields));
    }
  }

  /**
   * @param fields names of what every row holds
   * @param format how it is kept; empty where the document does not ask
   * @param keptBy who keeps it; empty where the document does not ask
   * @param authority where it comes from
   */
  public record Log(
      List<String> fields, Optional<String> format, Optional<String> keptBy, Authority authority) {
    public static Log read(YamlMap fields) {
      return new Log(
          fields.words("fields"),
          fields.optionalText("format"),
          fields.optionalText("kept_by"),
          Authority.of(fields));
    }
  }

  public static AccessRules read(YamlMap fields) {
    return new AccessRules(
        fields.titles("roles"),
        fields.optionalFlag("documented_need"),
        Authority.of(fields),
        fields.optional("grant", Approval::read),
        fields.optional("inactivity", Inactivity::read),
        fields.optional("accounts", Accounts::read),
        fields.optional("direct_access", Approval::read),
        fields.optional("devices", Devices::read),
        fields.optional("search", Search::read),
        fields.read("log", Log::read));
  }
}
