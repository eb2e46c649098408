package io.platelake.app.ledger.export;

import io.platelake.app.ledger.access.RegisterLedger;
import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.register.RegisterEntry;
import io.platelake.lake.table.Lake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A registered folder for exports.
 *
 * @param id as the register {@code places} names it
 * @param purposes purposes whose reads may go there
 */
public record ExportPlace(String id, Path folder, Set<String> purposes) {
  private static final String REGISTER = "places";

  public ExportPlace {
    purposes = Set.copyOf(purposes);
  }

  /** A place of an agency; empty where none is registered under the id. */
  public static Optional<ExportPlace> find(Lake lake, String agency, String id, Instant asOf) {
    Optional<RegisterEntry> entry =
        RegisterLedger.history(lake, REGISTER, agency, Instant.MAX).find(id, asOf);
    return entry.map(ExportPlace::of);
  }

  /**
   * A place of an agency by its id.
   *
   * @throws Refusal if none is registered under it
   */
  public static ExportPlace get(Lake lake, String agency, String id, Instant asOf) {
    return find(lake, agency, id, asOf)
        .orElseThrow(
            () ->
                new Refusal(
                    "--to " + id,
                    "no such place is registered, and exports go to registered places only",
                    "Register it: platelake register load --register places"));
  }

  /**
   * The place that a folder is in. An agency that registers no places may use any folder.
   *
   * @throws Refusal if the agency has places and the folder is in none of them
   */
  public static Optional<ExportPlace> around(
      Lake lake, String agency, Path folder, String option, Instant asOf) {
    List<RegisterEntry> places =
        RegisterLedger.history(lake, REGISTER, agency, Instant.MAX).at(asOf);
    Path whole = folder.toAbsolutePath().normalize();
    Optional<ExportPlace> around =
        places.stream()
            .map(ExportPlace::of)
            .filter(place -> whole.startsWith(place.folder().normalize()))
            .findFirst();
    if (!places.isEmpty() && around.isEmpty()) {
      throw new Refusal(
          option + " " + folder,
          "it is in no registered place, and exports go to registered places only",
          "Name a folder of the register places.");
    }
    return around;
  }

  private static ExportPlace of(RegisterEntry entry) {
    return new ExportPlace(
        entry.key(),
        Path.of(entry.values().get("folder")),
        Set.of(entry.values().get("purposes").split(";")));
  }

  /**
   * @throws BadInput if nothing can be written there: a look without an answer helps nobody
   */
  public void requireWritable() {
    if (!folder.isAbsolute() || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new BadInput(
          "--to " + id,
          "its registered folder is not there, not absolute or not writable",
          "Create the folder, or correct the register places.");
    }
  }
}
