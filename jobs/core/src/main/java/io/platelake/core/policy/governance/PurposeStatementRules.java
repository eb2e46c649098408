package io.platelake.core.policy.governance;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a user must state before looking at data.
 *
 * @param accepted purposes to choose from, by id; empty where any wording goes
 * @param allOf what must be stated
 * @param anyOf of these at least one; empty asks for none
 * @param refusedAlone words that say nothing alone, in lower case
 * @param saysNothing words that are no reason, no case and no name in any field; empty where the
 *     policy lists none
 * @param personalData whether the statement may hold personal data of a suspect beyond a last name
 * @param authority where it comes from
 */
public record PurposeStatementRules(
    List<String> accepted,
    Set<Item> allOf,
    Set<Item> anyOf,
    List<String> refusedAlone,
    Optional<WordList> saysNothing,
    boolean personalData,
    Authority authority) {

  /**
   * @param words in lower case; each as the whole text
   * @param authority where the list comes from
   */
  public record WordList(List<String> words, Authority authority) {
    public static WordList read(YamlMap fields) {
      return new WordList(fields.texts("words"), Authority.of(fields));
    }
  }

  /** What a statement can hold. */
  public enum Item {
    PURPOSE,
    CASE_NUMBER,
    INCIDENT_NUMBER,
    CALL_FOR_SERVICE,
    OFFENCE_TYPE,
    REASON,
    SUSPECT_LAST_NAME
  }

  public PurposeStatementRules {
    if (allOf.isEmpty() && anyOf.isEmpty()) {
      throw new InvalidRule("all_of", "and any_of are empty", "Ask for a purpose at least");
    }
  }

  public static PurposeStatementRules read(YamlMap fields) {
    return new PurposeStatementRules(
        fields.optionalWords("accepted"),
        Set.copyOf(fields.optionalWords("all_of", Item.class)),
        Set.copyOf(fields.optionalWords("any_of", Item.class)),
        fields.optionalTexts("refused_alone"),
        fields.optional("says_nothing", WordList::read),
        fields.flag("personal_data"),
        Authority.of(fields));
  }
}
