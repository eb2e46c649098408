package io.platelake.lake.wall;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The declaration of a session, which decides what it may read behind the wall. A session reads
 * nothing, the partitions of one purpose and of its legal bases, or everything for a duty.
 *
 * @param purpose the purpose served; empty for a duty, and when nothing is declared
 * @param bases legal bases for secondary use
 * @param duty the duty carried out
 */
public record Declaration(Optional<String> purpose, List<LegalBasis> bases, Optional<Duty> duty) {
  /** Nothing declared: nothing behind the wall may be read. */
  public static final Declaration NONE =
      new Declaration(Optional.empty(), List.of(), Optional.empty());

  public Declaration {
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(duty, "duty");
    bases = List.copyOf(bases);
  }

  /** The partitions of one purpose. */
  public static Declaration serving(String purpose) {
    return new Declaration(Optional.of(purpose), List.of(), Optional.empty());
  }

  /** All partitions. */
  public static Declaration on(Duty duty) {
    return new Declaration(Optional.empty(), List.of(), Optional.of(duty));
  }

  /**
   * The same purpose, and what the basis opens.
   *
   * @throws IllegalStateException if no purpose is served: a basis is for the use of a person
   */
  public Declaration with(LegalBasis basis) {
    if (purpose.isEmpty()) {
      throw new IllegalStateException("a legal basis is for a job that serves a purpose");
    }
    List<LegalBasis> more = new ArrayList<>(bases);
    more.add(basis);
    return new Declaration(purpose, more, duty);
  }

  /** Purposes whose partitions may be read, when it is not all. */
  Set<String> purposes() {
    Set<String> purposes = new HashSet<>();
    purpose.ifPresent(purposes::add);
    bases.forEach(b -> purposes.addAll(b.purposes()));
    return purposes;
  }

  boolean all() {
    return duty.isPresent();
  }

  /** In words, for a person. */
  String text() {
    return purpose
        .map(
            p ->
                bases.isEmpty()
                    ? "the job serves purpose " + p
                    : "the job serves purpose " + p + " and may use " + new TreeSet<>(purposes()))
        .orElse(duty.isPresent() ? "the job is on duty" : "the job has declared no purpose");
  }
}
