package io.platelake.app.ledger.purge;

import io.platelake.core.Refusal;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Which purges have been approved, by whom and how far: rows of {@code purge_approvals}. */
public final class Approvals {
  private record Given(ApprovalSubject subject, String role) {}

  private final Map<Given, Instant> before;

  private Approvals(Map<Given, Instant> before) {
    this.before = Map.copyOf(before);
  }

  /**
   * A decision to approve, as a role of the policy gives it.
   *
   * @param before what was captured or superseded before this instant may go, UTC
   * @param document reference of the decision
   */
  public record Decision(ApprovalSubject subject, String role, Instant before, String document) {}

  /** Every approval on record. */
  public static Approvals of(Lake lake) {
    Map<Given, Instant> before = new HashMap<>();
    for (NamedRow row :
        NamedRow.all(
            lake.ledger(Table.PURGE_APPROVALS)
                .select("agency_id", "record_class", "purpose", "role", "captured_before"))) {
      ApprovalSubject subject =
          new ApprovalSubject(
              row.text("agency_id"), row.text("record_class"), row.findText("purpose"));
      before.merge(
          new Given(subject, row.text("role")),
          row.instant("captured_before"),
          (a, b) -> a.isAfter(b) ? a : b);
    }
    return new Approvals(before);
  }

  /**
   * Two roles are two persons: nobody records the approvals of both.
   *
   * @param person key of the person behind an account
   * @throws Refusal if this person has recorded one of another role
   */
  public static void refuseSecondRole(
      Lake lake, Decision decision, String principal, UnaryOperator<String> person) {
    ApprovalSubject subject = decision.subject();
    NamedRow.all(
            lake.ledger(Table.PURGE_APPROVALS)
                .select("agency_id", "record_class", "purpose", "role", "principal"))
        .stream()
        .filter(row -> person.apply(row.text("principal")).equals(person.apply(principal)))
        .filter(row -> row.text("agency_id").equals(subject.agency()))
        .filter(row -> row.text("record_class").equals(subject.recordClass()))
        .filter(row -> row.findText("purpose").equals(subject.purpose()))
        .map(row -> row.text("role"))
        .filter(role -> !role.equals(decision.role()))
        .findFirst()
        .ifPresent(
            role -> {
              throw new Refusal(
                  "--role " + decision.role(),
                  "the same person has recorded the approval of " + role,
                  "Let another person record it.");
            });
  }

  /** Records an approval, once however often it is repeated. */
  public static void add(Lake lake, Decision decision, Instant asOf, String principal) {
    ApprovalSubject subject = decision.subject();
    String key =
        String.join(
            ":",
            subject.agency(),
            subject.recordClass(),
            subject.purpose().orElse("null"),
            decision.role(),
            decision.before().toString());
    lake.append(
        Table.PURGE_APPROVALS,
        List.of(
            lake.newRow(Table.PURGE_APPROVALS)
                .with("agency_id", subject.agency())
                .with("record_class", subject.recordClass())
                .with("purpose", subject.purpose())
                .with("role", decision.role())
                .with("captured_before", decision.before())
                .with("document", decision.document())
                .with("approved_at", asOf)
                .with("principal", principal)
                .row()),
        new CommitKey("approve:" + key, 0));
  }

  /** Roles whose approval does not reach an instant yet, of those that have to approve. */
  public Set<String> missing(ApprovalSubject subject, Set<String> roles, Instant at) {
    Set<String> missing = new TreeSet<>(roles);
    missing.removeIf(
        role -> {
          Instant reaches = before.get(new Given(subject, role));
          return reaches != null && at.isBefore(reaches);
        });
    return missing;
  }
}
