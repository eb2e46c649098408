package io.platelake.app.ledger.share;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Something that was done about a request.
 *
 * @param at as_of of the run, UTC
 * @param policyVersion policy that decided
 * @param detail what the event says besides
 */
public record ShareEvent(
    Kind kind, Instant at, String principal, String policyVersion, Detail detail) {

  /** What was done. */
  public enum Kind {
    REQUEST,
    VERIFY,
    APPROVE,
    FULFIL,
    REFUSE,
    /** A step that the rules did not let happen. */
    DENY;

    /** Its word in the ledger. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * What some events say.
   *
   * @param items items put on file, by the words of the policy
   * @param role office in which a person approved
   * @param reasons reasons of a refusal
   * @param document reference of the decision, or of the email or letter by which data went
   * @param handed what was handed over
   */
  public record Detail(
      Map<String, String> items,
      Optional<String> role,
      List<String> reasons,
      Optional<String> document,
      Optional<Handed> handed) {
    public static final Detail NONE =
        new Detail(Map.of(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    public Detail {
      items = Map.copyOf(items);
      reasons = List.copyOf(reasons);
    }

    public static Detail items(Map<String, String> items, String document) {
      return new Detail(
          items, Optional.empty(), List.of(), Optional.of(document), Optional.empty());
    }

    public static Detail approval(Optional<String> role, String document) {
      return new Detail(Map.of(), role, List.of(), Optional.of(document), Optional.empty());
    }

    public static Detail refusal(List<String> reasons, Optional<String> document) {
      return new Detail(Map.of(), Optional.empty(), reasons, document, Optional.empty());
    }

    public static Detail handed(Handed handed, Optional<String> letter) {
      return new Detail(Map.of(), Optional.empty(), List.of(), letter, Optional.of(handed));
    }
  }

  /**
   * What was handed over.
   *
   * @param export id of the export; empty for access of the recipient's own
   * @param records rows of it
   */
  public record Handed(Optional<String> export, long records) {}
}
