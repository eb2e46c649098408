package io.platelake.app.ledger.export;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A file that leaves the lake.
 *
 * @param id id of the export
 * @param agency agency whose data it holds
 * @param destroyOn UTC date on which it must be destroyed; empty where the policy sets none
 * @param policyVersion policy that set the date
 * @param principal who lets it out
 * @param at as_of of the run, UTC
 */
public record Export(
    String id,
    String agency,
    Origin origin,
    Destination to,
    Content content,
    Optional<LocalDate> destroyOn,
    String policyVersion,
    String principal,
    Instant at) {
  /** Tables whose rows are reader data, or were made from it. */
  private static final Set<String> READER_DATA =
      Set.of("reads", "passes", "hits", "images", "quarantine", "evidence", "hotlist_entries");

  /**
   * Why there is an export.
   *
   * @param kind search, share, evidence, extract or audit
   * @param sourceId search, hold, release or share that it answers
   * @param madeFrom export whose bytes these are
   * @param purpose purpose of the policy that it serves
   * @param caseRef case that it serves
   */
  public record Origin(
      String kind,
      String sourceId,
      Optional<String> madeFrom,
      Optional<String> purpose,
      Optional<String> caseRef) {}

  /**
   * Where it goes.
   *
   * @param place id in the register of places; empty where the agency registers none
   * @param recipient account, or id of a body outside the agency
   * @param outside whether the recipient is outside the agency
   */
  public record Destination(
      Optional<String> place, Path folder, String recipient, boolean outside) {
    public Destination {
      folder = folder.toAbsolutePath().normalize();
    }
  }

  /**
   * What it holds.
   *
   * @param file name of the data file
   * @param manifest name of the file that speaks for it
   * @param sha256 digest of the data file
   * @param tables tables that its rows come from
   */
  public record Content(
      String file, String manifest, long rows, String sha256, List<String> tables) {
    public Content {
      tables = List.copyOf(tables);
    }
  }

  public Export {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(agency, "agency");
    Objects.requireNonNull(destroyOn, "destroyOn");
    Objects.requireNonNull(policyVersion, "policyVersion");
  }

  /** Whether it was made from reads or hits. A count of a research release was not. */
  public boolean holdsReaderData() {
    return !origin.kind().equals("extract")
        && content.tables().stream().anyMatch(READER_DATA::contains);
  }

  /** Path of the data file. */
  public Path path() {
    return to.folder().resolve(content.file());
  }

  /** Path of the manifest that is written with it. */
  public Path manifest() {
    return to.folder().resolve(content.manifest());
  }
}
