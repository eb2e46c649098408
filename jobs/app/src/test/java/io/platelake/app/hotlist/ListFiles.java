package io.platelake.app.hotlist;

import io.platelake.app.CliRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** List definitions and list files in a folder, and their load. */
public record ListFiles(Path lake, Path folder) {

  /** Header of the lists written here. */
  public static final String HEADER =
      "plate,state,category,offence_class,case_number,officer,determination,expires\n";

  /** A definition whose headers are the canonical names. */
  public Path definition(String id, String purpose, String source) {
    return write(
        id + ".yaml",
        """
        id: %s
        agency: city-2
        purpose: %s
        source: %s
        format: csv
        columns:
          plate: plate
          state: state
          category: category
          offence_class: offence_class
          case_number: case_number
          officer: officer
          determination: determination
          expires: expires
        """
            .formatted(id, purpose, source));
  }

  /** A list of stolen vehicles. */
  public Path stolen(String id, String... plates) {
    StringBuilder text = new StringBuilder(HEADER);
    for (String plate : plates) {
      text.append(plate).append(",WA,stolen_vehicle,,,,,\n");
    }
    return write(id + ".csv", text.toString());
  }

  public Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs {@code hotlist load}. */
  public CliRun load(String asOf, String sourceTime, Path definition, Path file) {
    return CliRun.at(
        lake,
        asOf,
        "--json",
        "hotlist",
        "load",
        "--list",
        definition.toString(),
        "--source-time",
        sourceTime,
        file.toString());
  }
}
