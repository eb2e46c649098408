package io.platelake.lake.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * One column of a table contract.
 *
 * @param name snake case
 * @param type Spark SQL type, lower case
 * @param meaning one line for the data dictionary, with unit and time zone where there is one
 * @param required never null in the table
 * @param stats Delta may keep its minimum and maximum in the transaction log, where VACUUM never
 *     looks
 * @param sensitivity what a value gives away
 */
public record Column(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String type,
    @JsonProperty(required = true) String meaning,
    boolean required,
    boolean stats,
    Sensitivity sensitivity) {

  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(meaning, "meaning");
    sensitivity = sensitivity == null ? Sensitivity.NONE : sensitivity;
    if (stats && sensitivity != Sensitivity.NONE) {
      throw new IllegalArgumentException(
          "column " + name + ": statistics would carry " + sensitivity + " values into the log");
    }
  }
}
