package io.platelake.core.policy;

import io.platelake.core.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A policy file as read: its rules, what it leaves open, and its words.
 *
 * @param name file name, for messages
 * @param rules the rules; where the file leaves a value open, the example stands in
 * @param blanks values that are explicitly unset, in the order of the file
 * @param text the words with everything it extends; of the file itself when it extends nothing
 * @param lines the value of every rule, and its place
 */
public record PolicyFile(
    String name, Policy rules, List<Blank> blanks, String text, PolicyLines lines) {

  /**
   * The rules, when they can be in force.
   *
   * @throws Refusal if the file leaves a value open
   */
  public Policy activatable() {
    if (!blanks.isEmpty()) {
      throw new Refusal(
          name,
          blanks.size()
              + " value(s) are not filled in: "
              + blanks.stream().map(Blank::path).collect(Collectors.joining(", ")),
          "Fill them in, in a file of your own with \"extends: " + rules.id() + "\"");
    }
    return rules;
  }
}
