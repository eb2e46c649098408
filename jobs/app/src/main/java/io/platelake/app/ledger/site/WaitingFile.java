package io.platelake.app.ledger.site;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.util.Map;
import java.util.TreeMap;

/**
 * A landed file with records that wait in quarantine.
 *
 * @param records that wait
 * @param withText of these, records that can land without the file
 */
public record WaitingFile(String digest, long records, long withText) {

  /**
   * The files of a feed, by digest. A file that an interrupted run was judging again is among them,
   * even if its marks say that nothing waits.
   *
   * @param lake serving the purpose of the feed
   */
  public static Map<String, WaitingFile> of(Lake lake, FeedDefinition feed) {
    Map<String, WaitingFile> files = new TreeMap<>();
    for (NamedRow row :
        NamedRow.all(
            lake.read(Table.QUARANTINE, feed.purpose())
                .where(col("feed_id").equalTo(feed.id()).and(QuarantineGroup.waits()))
                .groupBy("file_digest")
                .agg(
                    count(lit(1)).as("records"),
                    sum(when(col("payload_whole"), 1L).otherwise(0L)).as("with_text")))) {
      String digest = row.text("file_digest");
      files.put(digest, new WaitingFile(digest, row.number("records"), row.number("with_text")));
    }
    for (NamedRow row :
        NamedRow.all(
            lake.read(Table.LANDING)
                .where(col("feed_id").equalTo(feed.id()))
                .where(col("state").equalTo(LandingLedger.PLANNED).and(col("records").isNotNull()))
                .select("file_digest", "quarantined"))) {
      String digest = row.text("file_digest");
      long before = row.number("quarantined");
      files.put(digest, new WaitingFile(digest, before, before));
    }
    return files;
  }
}
