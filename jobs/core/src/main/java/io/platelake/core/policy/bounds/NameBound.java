package io.platelake.core.policy.bounds;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a state leaves an agency of a list of names: only these, or at least these.
 *
 * @param only nothing else may be named; empty where that is left open
 * @param atLeast all of these have to be named
 * @param authority where it comes from
 */
record NameBound(Set<String> only, Set<String> atLeast, Authority authority) {
  NameBound {
    if (only.isEmpty() == atLeast.isEmpty()) {
      throw new InvalidRule("only", "or at_least is missing", "Give one of the two");
    }
  }

  /** What is wrong with a list of names. */
  Optional<String> broken(Collection<String> given) {
    Set<String> wrong = new TreeSet<>(only.isEmpty() ? atLeast : given);
    wrong.removeAll(only.isEmpty() ? given : only);
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(
            (only.isEmpty() ? "lacks " : "allows more than the state: ")
                + String.join(", ", wrong));
  }

  static NameBound read(YamlMap fields) {
    return new NameBound(
        Set.copyOf(fields.optionalWords("only")),
        Set.copyOf(fields.optionalWords("at_least")),
        Authority.of(fields));
  }
}
