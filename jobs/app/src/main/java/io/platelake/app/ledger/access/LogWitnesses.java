package io.platelake.app.ledger.access;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get_json_object;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.core.accesslog.LogHead;
import io.platelake.core.accesslog.Witness;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the tables below the other root know of the access log: runs, certificates, purges. */
public final class LogWitnesses {
  /** Key of the heads in a purge certificate. */
  public static final String CERTIFIED = "access_log";

  private static final ObjectMapper JSON = new ObjectMapper();

  private LogWitnesses() {}

  /** Rows of the log of an agency that runs and certificates know. */
  public static List<Witness> of(Lake lake, String agency) {
    return byAgency(lake).getOrDefault(agency, List.of());
  }

  /** Rows of the logs that runs and certificates know, of all agencies in one look. */
  public static Map<String, List<Witness>> byAgency(Lake lake) {
    Map<String, List<Witness>> witnesses = new TreeMap<>();
    for (NamedRow run :
        NamedRow.all(
            lake.ledger(Table.JOB_RUNS)
                .where(col("agency_id").isNotNull())
                .select(
                    col("agency_id"),
                    col("run_id"),
                    get_json_object(col("details"), "$.log_seq").cast("bigint").as("seq"),
                    get_json_object(col("details"), "$.log_hash").as("hash"))
                .where(col("seq").isNotNull().and(col("hash").isNotNull()))
                .orderBy("seq"))) {
      add(
          witnesses,
          run.text("agency_id"),
          new Witness(
              "run " + run.text("run_id"), new LogHead(run.number("seq"), run.text("hash"))));
    }
    for (NamedRow row :
        NamedRow.all(lake.ledger(Table.PURGE_CERTIFICATES).select("seq", "body").orderBy("seq"))) {
      for (JsonNode head : body(row).path(CERTIFIED)) {
        add(
            witnesses,
            head.path("agency").asText(),
            new Witness(
                "certificate " + row.number("seq"),
                new LogHead(head.path("seq").asLong(), head.path("hash").asText())));
      }
    }
    return witnesses;
  }

  private static void add(Map<String, List<Witness>> witnesses, String agency, Witness witness) {
    witnesses.computeIfAbsent(agency, a -> new ArrayList<>()).add(witness);
  }

  /** UTC dates of which a purge has taken the rows of an agency. */
  public static Set<LocalDate> purged(Lake lake, String agency) {
    Set<LocalDate> dates = new HashSet<>();
    NamedRow.all(
            lake.ledger(Table.PURGE_RUNS)
                .where(col("table_name").equalTo(Table.ACCESS_LOG.folder()))
                .where(col("step").equalTo("delete"))
                .where(org.apache.spark.sql.functions.array_contains(col("agencies"), agency))
                .select("partition"))
        .forEach(
            row ->
                row.findText("partition")
                    .map(folder -> folder.substring(folder.lastIndexOf('=') + 1))
                    .ifPresent(date -> dates.add(Date.valueOf(date).toLocalDate())));
    return dates;
  }

  private static JsonNode body(NamedRow row) {
    try {
      return JSON.readTree(row.text("body"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("certificate " + row.number("seq") + " is no JSON", e);
    }
  }
}
