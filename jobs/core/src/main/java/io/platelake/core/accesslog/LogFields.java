package io.platelake.core.accesslog;

import io.platelake.core.policy.governance.PurposeStatementRules.Item;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The fields of an entry by name, as the chain hashes them and the table holds them. A field
 * without a value is absent, so that a field that comes later changes no earlier hash.
 */
final class LogFields {
  private static final Map<Item, String> STATED =
      Map.of(
          Item.PURPOSE, "stated_purpose",
          Item.OFFENCE_TYPE, "offence",
          Item.REASON, "reason",
          Item.CASE_NUMBER, "case_ref",
          Item.INCIDENT_NUMBER, "incident_ref",
          Item.CALL_FOR_SERVICE, "call_ref",
          Item.SUSPECT_LAST_NAME, "suspect");

  private final Map<String, Object> fields = new TreeMap<>();

  private LogFields() {}

  /** Texts, numbers, booleans, instants, dates, and lists of texts. */
  static Map<String, Object> of(LogEntry entry) {
    LogFields fields = new LogFields();
    fields.put("event", entry.event().word());
    fields.put("search_id", entry.searchId());
    fields.put("at", entry.at());
    fields.asker(entry.asker());
    fields.put("command", entry.command());
    fields.put("kind", entry.kind());
    fields.put("served_purpose", entry.purpose());
    entry.statement().items().forEach((item, text) -> fields.put(STATED.get(item), text));
    fields.put("legal_basis", entry.legalBasis());
    entry.query().ifPresent(fields::query);
    entry.decision().ifPresent(fields::decided);
    entry.outcome().ifPresent(fields::outcome);
    fields.put("policy_version", entry.policyVersion());
    fields.put("request_digest", entry.requestDigest());
    fields.put("key_id", entry.keyId());
    fields.put("note", entry.note());
    return fields.fields;
  }

  private void asker(Asker asker) {
    put("username", asker.username());
    put("affiliation", asker.affiliation());
    put("roles", asker.roles());
    put("attested_by", asker.attestedBy());
    put("device", asker.device());
    put("second_factor", asker.secondFactor());
  }

  private void query(LoggedQuery query) {
    put("query_kinds", query.kinds());
    put("plate_tokens", query.plateTokens());
    put("vehicle_make", query.vehicle().make());
    put("vehicle_color", query.vehicle().color());
    put("vehicle_body", query.vehicle().body());
    put("plate_state", query.vehicle().state());
    query
        .area()
        .ifPresent(
            area -> {
              put("lat", area.lat());
              put("lon", area.lon());
              put("radius_m", area.radiusMetres());
            });
    put("cameras", query.cameras());
    put("agencies", query.agencies());
    put("searched_from", query.from());
    put("searched_to", query.to());
  }

  private void decided(LogEntry.Decided decided) {
    put("decision", decided.isAllowed() ? "allow" : "deny");
    put("denials", decided.denials());
  }

  private void outcome(LoggedOutcome outcome) {
    put("result", outcome.result().word());
    put("rows_looked", outcome.looked());
    put("rows_given", outcome.given());
    outcome
        .answer()
        .ifPresent(
            answer -> {
              put("recipient", answer.recipient());
              put("place", answer.place());
              put("destroy_on", answer.destroyOn());
              put("answer_digest", answer.digest());
            });
  }

  private void put(String name, Object value) {
    Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (plain != null && !(plain instanceof List<?> list && list.isEmpty())) {
      fields.put(name, plain);
    }
  }
}
