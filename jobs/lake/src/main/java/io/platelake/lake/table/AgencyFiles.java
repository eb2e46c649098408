package io.platelake.lake.table;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Agencies share no data file of a table that is partitioned by purpose: jobs/decisions/0038.
 *
 * <p>So what an agency matches, deletes or proves touches its own files, and Delta passes over
 * those of others by their statistics. {@link #split} writes rows so, and every commit is checked.
 */
public final class AgencyFiles {
  private static final String AGENCY = "agency_id";
  private static final ObjectMapper JSON = new ObjectMapper();

  private AgencyFiles() {}

  /**
   * The rows in one task an agency, so that no file of theirs has rows of two.
   *
   * @param agencies every {@code agency_id} of the rows
   * @throws IllegalStateException while they are written, if a row is of another agency
   */
  public static Dataset<Row> split(Dataset<Row> rows, Collection<String> agencies) {
    Map<String, Integer> tasks = new HashMap<>();
    agencies.forEach(agency -> tasks.put(agency, 1));
    return split(rows, tasks, functions.lit(0));
  }

  /**
   * The rows in tasks of one agency each. Equal values of a spread stay together.
   *
   * @param tasks how many tasks each {@code agency_id} of the rows gets
   * @param spread decides by its remainder which task of its agency a row goes to
   * @throws IllegalStateException while they are written, if a row is of another agency
   */
  public static Dataset<Row> split(Dataset<Row> rows, Map<String, Integer> tasks, Column spread) {
    HashMap<String, Integer> first = new HashMap<>();
    HashMap<String, Integer> count = new HashMap<>(tasks);
    int all = 0;
    for (String agency : new TreeSet<>(tasks.keySet())) {
      first.put(agency, all);
      all += tasks.get(agency);
    }
    Column firstTask = functions.udf(of(first), DataTypes.IntegerType).apply(col(AGENCY));
    Column taskCount = functions.udf(of(count), DataTypes.IntegerType).apply(col(AGENCY));
    return rows.repartitionById(
        Math.max(1, all), firstTask.plus(functions.pmod(spread, taskCount)).cast("int"));
  }

  private static UDF1<String, Integer> of(HashMap<String, Integer> numbers) {
    return agency -> {
      Integer number = numbers.get(agency);
      if (number == null) {
        throw new IllegalStateException("rows of an agency that was not named");
      }
      return number;
    };
  }

  /**
   * @throws IllegalStateException if a file is not of one agency alone
   */
  static void check(String table, List<Action> actions) {
    for (Action action : actions) {
      if (action instanceof AddFile file && !isOfOneAgency(file)) {
        throw new IllegalStateException(
            table + ": a file has rows of several agencies, so nothing was committed");
      }
    }
  }

  /** The agency that the statistics of a file name as the first; empty where they name none. */
  static String agency(AddFile file) {
    try {
      return JSON.readTree(file.stats() == null ? "{}" : file.stats())
          .path("minValues")
          .path(AGENCY)
          .asText("");
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  /** Whether the statistics of a file name one agency. */
  private static boolean isOfOneAgency(AddFile file) {
    try {
      JsonNode all = JSON.readTree(file.stats() == null ? "{}" : file.stats());
      JsonNode least = all.path("minValues").path(AGENCY);
      return least.isTextual() && least.equals(all.path("maxValues").path(AGENCY))
          || all.path("numRecords").asLong(-1) == 0;
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
