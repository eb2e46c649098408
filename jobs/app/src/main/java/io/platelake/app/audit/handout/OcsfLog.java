package io.platelake.app.audit.handout;

import io.platelake.core.accesslog.ChainedRow;
import io.platelake.core.chain.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The access log as events of the Open Cybersecurity Schema Framework, class Datastore Activity:
 * JSON lines, times in milliseconds since 1970 UTC. What the schema has no place for is under
 * {@code unmapped}, number and hashes of the chain among it, so that a receiver can recompute it.
 */
final class OcsfLog {
  private static final int CATEGORY_APPLICATION = 6;
  private static final int CLASS_DATASTORE = 6005;
  private static final int QUERY = 4;
  private static final int READ = 1;
  private static final int DELETE = 7;
  private static final int SUCCESS = 1;
  private static final int FAILURE = 2;
  private static final int INFORMATIONAL = 1;

  private final String productVersion;

  OcsfLog(String productVersion) {
    this.productVersion = productVersion;
  }

  byte[] lines(List<ChainedRow> rows) {
    StringBuilder out = new StringBuilder();
    rows.forEach(row -> out.append(CanonicalJson.write(event(row))).append('\n'));
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, Object> event(ChainedRow row) {
    int activity = activity(row);
    Map<String, Object> event = new TreeMap<>();
    event.put("category_uid", CATEGORY_APPLICATION);
    event.put("class_uid", CLASS_DATASTORE);
    event.put("activity_id", activity);
    event.put("type_uid", CLASS_DATASTORE * 100 + activity);
    event.put("severity_id", INFORMATIONAL);
    event.put("status_id", row.isDenied() ? FAILURE : SUCCESS);
    event.put("time", ((Instant) row.find("at").orElseThrow()).toEpochMilli());
    event.put("message", row.text("event") + " of " + row.text("command"));
    event.put("actor", actor(row));
    event.put("database", Map.of("name", "platelake", "type", "lakehouse", "type_id", 99));
    event.put(
        "metadata",
        Map.of(
            "version", "1.3.0",
            "uid", row.agency() + ":" + row.seq(),
            "sequence", row.seq(),
            "logged_time", row.recordedAt().toEpochMilli(),
            "product",
                Map.of(
                    "name", "platelake", "vendor_name", "platelake", "version", productVersion)));
    event.put("unmapped", unmapped(row));
    return event;
  }

  private static int activity(ChainedRow row) {
    return switch (row.event()) {
      case INTENT, OUTCOME -> QUERY;
      case OPENED, AUDIT_READ -> READ;
      case DESTROYED -> DELETE;
    };
  }

  private static Map<String, Object> actor(ChainedRow row) {
    Map<String, Object> user = new TreeMap<>();
    user.put("name", row.text("username"));
    user.put("org", Map.of("name", row.text("affiliation")));
    Map<String, Object> actor = new TreeMap<>();
    actor.put("user", user);
    actor.put("invoked_by", row.text("command"));
    row.find("device").ifPresent(d -> actor.put("session", Map.of("terminal", d)));
    return actor;
  }

  /** Everything that was hashed, as it was, and the hashes. */
  private static Map<String, Object> unmapped(ChainedRow row) {
    Map<String, Object> fields = new TreeMap<>();
    row.fields()
        .forEach(
            (name, value) ->
                fields.put(
                    name,
                    value instanceof List<?> || value instanceof Number || value instanceof Boolean
                        ? value
                        : value.toString()));
    fields.put("prev_hash", row.prevHash());
    fields.put("hash", row.hash());
    return fields;
  }
}
