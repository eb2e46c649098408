package io.platelake.app.hotlist;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.cli.JobContext;
import io.platelake.app.cli.JobResult;
import io.platelake.app.cli.Sha256;
import io.platelake.app.policy.Adopted;
import io.platelake.app.policy.PolicyLedger;
import io.platelake.core.hotlist.HotlistCsv;
import io.platelake.core.hotlist.ListDefinition;
import io.platelake.lake.CommitKey;
import io.platelake.lake.Lake;
import io.platelake.lake.contract.Table;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.RowFactory;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Loads one snapshot of a hot list.
 *
 * <p>Reads {@code policy_versions} and {@code hotlists}; writes the accepted entries to {@code
 * hotlist_entries} (key {@code snapshot_id, entry_id}) and then one row to {@code hotlists} (key
 * {@code snapshot_id}). Matching goes by the row, so a load that dies between the two has changed
 * nothing that counts. Both are written once for a snapshot: running again leaves the same rows. A
 * snapshot that is refused writes neither, and the one in force stays.
 */
final class HotlistLoad {
  private static final int ID_LENGTH = 16;

  private HotlistLoad() {}

  /**
   * A file that is offered as a snapshot.
   *
   * @param definitionText text of the definition
   * @param sourceTime when the source made it, UTC, in microseconds
   * @param fileName named in errors
   */
  record Offer(
      ListDefinition list,
      String definitionText,
      Instant sourceTime,
      String fileName,
      byte[] content) {

    /**
     * Definition and policy are part of what a snapshot is: the same file read under a corrected
     * definition or another policy has other entries.
     */
    String snapshotId(String policyVersion) {
      return Sha256.of(
              String.join(
                  "\n",
                  list.id(),
                  sourceTime.toString(),
                  Sha256.of(content),
                  Sha256.of(definitionText),
                  policyVersion))
          .substring(0, ID_LENGTH);
    }

    Snapshot snapshot(String id, long entries, Instant loadedAt) {
      return new Snapshot(
          id,
          list.id(),
          list.agency(),
          list.purpose(),
          list.source(),
          sourceTime,
          loadedAt,
          entries,
          list.letterOAsZero());
    }
  }

  static JobResult run(JobContext job, Offer offer) {
    ListDefinition list = offer.list();
    Adopted adopted = PolicyLedger.inForce(job.lake(), list.agency(), job.asOf());
    Admission admission = Admission.of(adopted.policy(), list);
    List<Snapshot> accepted = SnapshotLedger.accepted(job.lake());
    Admission.refuseForeign(list, accepted);
    Parsed parsed =
        new Parsed(
            HotlistCsv.parse(
                offer.content(),
                offer.fileName(),
                list,
                admission.entryRules(),
                admission.classes()));
    // Said before the guards look: a refused snapshot leaves no row that would tell why.
    job.progress().say("list " + list.id() + ": " + parsed.line());
    Optional<Snapshot> last =
        accepted.stream().filter(s -> s.list().equals(list.id())).reduce((a, b) -> b);
    admission.refuseUnlessUpdate(
        list.id(), offer.sourceTime(), job.asOf(), parsed.list().accepted().size(), last);
    String id = offer.snapshotId(adopted.version());
    boolean known = accepted.stream().anyMatch(s -> s.id().equals(id));
    List<Snapshot> now = new ArrayList<>(accepted);
    if (!known) {
      write(job.lake(), offer, id, parsed, job.asOf());
      now.add(offer.snapshot(id, parsed.list().accepted().size(), job.asOf()));
    }
    List<Standing> standings =
        SnapshotLedger.newest(now, job.asOf()).stream()
            .filter(s -> s.agency().equals(list.agency()))
            .map(s -> Standing.of(s, adopted, job.asOf()))
            .toList();
    return result(offer, id, known, parsed, standings).under(list.agency(), adopted.version());
  }

  private static void write(Lake lake, Offer offer, String id, Parsed parsed, Instant asOf) {
    ListDefinition list = offer.list();
    CommitKey once = new CommitKey("hotlist:" + id, 0);
    lake.append(
        Table.HOTLIST_ENTRIES,
        lake.rows(
                Table.HOTLIST_ENTRIES,
                EntryRows.of(parsed.list().accepted(), list, id, offer.sourceTime()))
            .coalesce(1)
            .sortWithinPartitions(col("plate_key")),
        once);
    lake.append(
        Table.HOTLISTS,
        List.of(
            RowFactory.create(
                id,
                list.id(),
                list.agency(),
                list.purpose(),
                list.source(),
                Timestamp.from(offer.sourceTime()),
                Timestamp.from(asOf),
                Sha256.of(offer.content()),
                (long) parsed.list().records(),
                (long) parsed.list().accepted().size(),
                (long) parsed.list().refused().size(),
                CollectionConverters.asScala(parsed.refusedBy()),
                parsed.dropped(),
                CollectionConverters.asScala(parsed.droppedBy()),
                (long) parsed.list().duplicates(),
                list.letterOAsZero())),
        once);
  }

  private static JobResult result(
      Offer offer, String id, boolean known, Parsed parsed, List<Standing> standings) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("list", offer.list().id());
    details.put("snapshot_id", id);
    details.put("already_loaded", known);
    details.put("source_time", offer.sourceTime().toString());
    details.put("file_digest", Sha256.of(offer.content()));
    details.put("refused_by", parsed.refusedBy());
    details.put("dropped_by", parsed.droppedBy());
    List<String> lines = new ArrayList<>();
    lines.add(
        "Snapshot "
            + id
            + " of list "
            + offer.list().id()
            + (known ? " was loaded before, nothing changed: " : " is loaded: ")
            + parsed.line()
            + ".");
    lines.addAll(StandingTable.lines(standings));
    return JobResult.done(parsed.counts()).with(details).saying(lines);
  }
}
