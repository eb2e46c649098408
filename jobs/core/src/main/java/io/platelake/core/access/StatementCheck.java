package io.platelake.core.access;

import io.platelake.core.policy.Policy;
import io.platelake.core.policy.authority.Authority;
import io.platelake.core.policy.governance.ProhibitedUse;
import io.platelake.core.policy.governance.PurposeStatementRules;
import io.platelake.core.policy.governance.PurposeStatementRules.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Judges what a person states, by the rules of one policy. */
final class StatementCheck {
  private record Use(String id, Authority authority) {}

  /** Items that are a number of something, so hold a digit. */
  private static final Set<Item> NUMBERS =
      Set.of(Item.CASE_NUMBER, Item.INCIDENT_NUMBER, Item.CALL_FOR_SERVICE);

  private final PurposeStatementRules rules;
  private final Set<String> saysNothing = new HashSet<>();
  private final Set<String> refusedAlone = new HashSet<>();
  private final Terms<Use> prohibited = new Terms<>();
  private final Set<String> purposes;

  StatementCheck(Policy policy) {
    this.rules = policy.statementRules();
    this.purposes = policy.purposes().keySet();
    rules
        .saysNothing()
        .ifPresent(list -> list.words().forEach(w -> saysNothing.add(Terms.spelled(w))));
    rules.refusedAlone().forEach(word -> refusedAlone.add(Terms.spelled(word)));
    for (Map.Entry<String, ProhibitedUse> use : policy.prohibitedUses().entrySet()) {
      Use what = new Use(use.getKey(), use.getValue().authority());
      use.getValue().terms().forEach(term -> prohibited.add(term, what));
      use.getValue().alone().forEach(term -> prohibited.addWhole(term, what));
    }
  }

  List<Denial> denials(AccessRequest request) {
    List<Denial> denials = new ArrayList<>(0);
    PurposeStatement statement = request.statement();
    for (Item item : new TreeSet<>(rules.allOf())) {
      if (item == Item.PURPOSE) {
        purpose(request, denials);
      } else if (!states(statement, item)) {
        denials.add(lacking(statement, item));
      }
    }
    if (!rules.anyOf().isEmpty()
        && rules.anyOf().stream().noneMatch(item -> states(statement, item))) {
      anyOf(statement, denials);
    }
    screen(statement, denials);
    return denials;
  }

  private void purpose(AccessRequest request, List<Denial> denials) {
    Optional<String> stated = request.statement().find(Item.PURPOSE);
    if (!rules.accepted().isEmpty()) {
      if (stated.isEmpty()) {
        denials.add(denial(DenialReason.STATEMENT_LACKS, label(Item.PURPOSE)));
      } else if (!rules.accepted().contains(stated.get().toLowerCase(Locale.ROOT))) {
        denials.add(denial(DenialReason.PURPOSE_NOT_ACCEPTED, ""));
      }
      return;
    }
    // Where any wording goes, the purpose of the policy is stated with the request itself.
    if (stated.isEmpty() && !purposes.contains(request.purpose())) {
      denials.add(denial(DenialReason.STATEMENT_LACKS, label(Item.PURPOSE)));
    }
    boolean isAlone = rules.anyOf().stream().noneMatch(i -> states(request.statement(), i));
    if (stated.isPresent() && isAlone && refusedAlone.contains(Terms.spelled(stated.get()))) {
      denials.add(denial(DenialReason.REFUSED_ALONE, label(Item.PURPOSE)));
    }
  }

  private void anyOf(PurposeStatement statement, List<Denial> denials) {
    List<Item> given =
        new TreeSet<>(rules.anyOf())
            .stream().filter(item -> statement.find(item).isPresent()).toList();
    if (given.isEmpty()) {
      String items =
          String.join(
              ", ", new TreeSet<>(rules.anyOf()).stream().map(StatementCheck::label).toList());
      denials.add(denial(DenialReason.STATEMENT_LACKS_ALL, items));
    }
    given.forEach(item -> denials.add(lacking(statement, item)));
  }

  private Denial lacking(PurposeStatement statement, Item item) {
    return statement.find(item).isEmpty()
        ? denial(DenialReason.STATEMENT_LACKS, label(item))
        : new Denial(
            DenialReason.SAYS_NOTHING,
            label(item),
            rules
                .saysNothing()
                .map(PurposeStatementRules.WordList::authority)
                .orElse(rules.authority()));
  }

  /** Whether an item is there and says something. */
  private boolean states(PurposeStatement statement, Item item) {
    Optional<String> text = statement.find(item);
    if (text.isEmpty()) {
      return false;
    }
    String spelled = Terms.spelled(text.get());
    return !spelled.isEmpty()
        && !saysNothing.contains(spelled)
        && !(item == Item.REASON && refusedAlone.contains(spelled))
        && (!NUMBERS.contains(item) || spelled.chars().anyMatch(Character::isDigit));
  }

  private void screen(PurposeStatement statement, List<Denial> denials) {
    Set<String> seen = new HashSet<>();
    for (Map.Entry<Item, String> item : statement.items().entrySet()) {
      String text = item.getValue();
      for (Use use : prohibited.find(text)) {
        if (seen.add(use.id())) {
          denials.add(new Denial(DenialReason.PROHIBITED_USE, use.id(), use.authority()));
        }
      }
      if (!rules.personalData()) {
        Optional<String> kind =
            PersonalData.find(text)
                .or(
                    () ->
                        item.getKey() == Item.SUSPECT_LAST_NAME
                                && Terms.words(text).size() > 1
                                && !isOneName(text)
                            ? Optional.of("more than a last name")
                            : Optional.empty());
        if (kind.isPresent() && seen.add(kind.get())) {
          denials.add(denial(DenialReason.PERSONAL_DATA, kind.get()));
        }
      }
    }
  }

  /** A name with a hyphen or an apostrophe is one name. */
  private static boolean isOneName(String text) {
    return text.chars().noneMatch(c -> Character.isWhitespace(c) || c == ',' || c == '.');
  }

  private Denial denial(DenialReason reason, String subject) {
    return new Denial(reason, subject, rules.authority());
  }

  private static String label(Item item) {
    return item.name().toLowerCase(Locale.ROOT);
  }
}
