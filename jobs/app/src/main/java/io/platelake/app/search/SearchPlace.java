package io.platelake.app.search;

import io.platelake.app.ledger.access.RegisterLedger;
import io.platelake.core.BadInput;
import io.platelake.core.register.RegisterEntry;
import io.platelake.lake.table.Lake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A registered folder for answers.
 *
 * @param id as the register {@code places} names it
 * @param purposes purposes whose reads may go there
 */
record SearchPlace(String id, Path folder, Set<String> purposes) {
  private static final String REGISTER = "places";

  SearchPlace {
    purposes = Set.copyOf(purposes);
  }

  /** A place of an agency; empty where none is registered under the id. */
  static Optional<SearchPlace> find(Lake lake, String agency, String id, Instant asOf) {
    Optional<RegisterEntry> entry =
        RegisterLedger.history(lake, REGISTER, agency, Instant.MAX).find(id, asOf);
    return entry.map(
        e ->
            new SearchPlace(
                id,
                Path.of(e.values().get("folder")),
                Set.of(e.values().get("purposes").split(";"))));
  }

  /**
   * @throws BadInput if nothing can be written there: a look without an answer helps nobody
   */
  void requireWritable() {
    if (!folder.isAbsolute() || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new BadInput(
          "--to " + id,
          "its registered folder is not there, not absolute or not writable",
          "Create the folder, or correct the register places.");
    }
  }
}
