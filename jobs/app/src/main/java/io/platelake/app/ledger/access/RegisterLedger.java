package io.platelake.app.ledger.access;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.access.AccessRegisters;
import io.platelake.core.register.RegisterDiff;
import io.platelake.core.register.RegisterEvent;
import io.platelake.core.register.RegisterHistory;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The registers of people, bodies and agreements: rows of {@code registers}. */
public final class RegisterLedger {
  /** Name of the register of accounts. */
  public static final String USERS = "users";

  /** Registers that the access decision asks. */
  private static final Set<String> OF_ACCESS =
      Set.of(USERS, "grants", "training", "training_rules", "responsible", "devices");

  private RegisterLedger() {}

  /**
   * A load as it is recorded.
   *
   * @param digest SHA-256 of the file
   */
  public record Load(String register, String agency, Instant at, String digest, String principal) {}

  /** The history of one register of an agency, as it was known at an instant. */
  public static RegisterHistory history(Lake lake, String register, String agency, Instant known) {
    return RegisterHistory.knownAt(
        events(lake, col("register").equalTo(register).and(col("agency_id").equalTo(agency)))
            .values()
            .stream()
            .flatMap(List::stream)
            .toList(),
        known);
  }

  /** The history of one register of every agency that has it, as it was known at an instant. */
  public static Map<String, RegisterHistory> histories(Lake lake, String register, Instant known) {
    Map<String, RegisterHistory> byAgency = new TreeMap<>();
    events(lake, col("register").equalTo(register))
        .forEach(
            (of, events) ->
                byAgency.put(
                    of.substring(of.indexOf('\n') + 1), RegisterHistory.knownAt(events, known)));
    return byAgency;
  }

  /** The registers of an agency that decide on access, as they were known at an instant. */
  public static AccessRegisters access(
      Lake lake, String agency, Instant known, Map<String, Instant> lastUses) {
    Map<String, RegisterHistory> registers = new HashMap<>();
    events(lake, col("agency_id").equalTo(agency).and(col("register").isin(OF_ACCESS.toArray())))
        .forEach(
            (of, events) ->
                registers.put(
                    of.substring(0, of.indexOf('\n')), RegisterHistory.knownAt(events, known)));
    return new AccessRegisters(registers, lastUses);
  }

  /** Every register of an agency by name, as it was known at an instant. */
  public static Map<String, RegisterHistory> all(Lake lake, String agency, Instant known) {
    Map<String, RegisterHistory> registers = new HashMap<>();
    events(lake, col("agency_id").equalTo(agency))
        .forEach(
            (of, events) ->
                registers.put(
                    of.substring(0, of.indexOf('\n')), RegisterHistory.knownAt(events, known)));
    return registers;
  }

  /** Whether any register has a row. */
  public static boolean isEmpty(Lake lake) {
    return lake.isKnownEmpty(Table.REGISTERS);
  }

  /** Adds the events of a load; a load without any writes nothing. */
  public static void record(Lake lake, Load load, RegisterDiff diff) {
    if (diff.events().isEmpty()) {
      return;
    }
    List<Row> rows = new ArrayList<>(diff.events().size());
    for (RegisterEvent event : diff.events()) {
      rows.add(
          lake.newRow(Table.REGISTERS)
              .with("register", load.register())
              .with("agency_id", load.agency())
              .with("entry_key", event.key())
              .with("event", event.kind().name().toLowerCase(Locale.ROOT))
              .with("valid_from", event.from())
              .with("valid_to", event.to())
              .with("fields", scala.jdk.javaapi.CollectionConverters.asScala(event.values()))
              .with("recorded_at", event.recordedAt())
              .with("position", event.order())
              .with("source_digest", load.digest())
              .with("principal", load.principal())
              .row());
    }
    String key = String.join(":", load.register(), load.agency(), load.at().toString());
    lake.append(Table.REGISTERS, rows, new CommitKey("register:" + key, 0));
  }

  /** Events by register and agency, a line feed between them. */
  private static Map<String, List<RegisterEvent>> events(Lake lake, Column which) {
    Map<String, List<RegisterEvent>> events = new TreeMap<>();
    Dataset<Row> rows = lake.ledger(Table.REGISTERS).where(which);
    for (NamedRow row : NamedRow.all(rows)) {
      events
          .computeIfAbsent(
              row.text("register") + "\n" + row.text("agency_id"), k -> new ArrayList<>())
          .add(event(row));
    }
    return events;
  }

  private static RegisterEvent event(NamedRow r) {
    Map<String, String> fields =
        r.has("fields") ? r.row().getJavaMap(r.row().fieldIndex("fields")) : Map.of();
    return new RegisterEvent(
        r.text("entry_key"),
        RegisterEvent.Kind.valueOf(r.text("event").toUpperCase(Locale.ROOT)),
        r.instant("valid_from"),
        r.findInstant("valid_to"),
        fields,
        r.instant("recorded_at"),
        r.count("position"));
  }
}
