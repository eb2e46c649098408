package io.platelake.app.purge.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get_json_object;
import static org.apache.spark.sql.functions.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.app.ledger.purge.PlanItem;
import io.platelake.app.ledger.purge.PurgePlan;
import io.platelake.core.BadInput;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Hands over to outside picture stores the references that they must delete. These are the
 * references of the reads in a plan and of closed evidence, without those that evidence still
 * needs.
 *
 * <p>A file of JSON lines {@code {"agency", "feed", "reference"}}, sorted, without repetition,
 * readable by its owner only: a reference leads to a picture of a plate, so the file is as
 * sensitive as the reads and has to go once the store has done its part. Plates are in none: a
 * reference that spells one has not been landed.
 */
final class ImageReferences {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> COLUMNS = List.of("agency_id", "feed_id", "reference");

  private ImageReferences() {}

  /**
   * Writes the file, whole or not at all, before anything is deleted and after what is held has
   * been copied. Writing it again writes the same.
   *
   * @return references in it
   * @throws BadInput if it cannot be written, or another file is in its place
   */
  static long write(Lake lake, PurgePlan plan, Path file) {
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      Files.createFile(part, ownerOnly(file));
      long references = lines(find(lake, plan).toLocalIterator(), part);
      if (!Files.exists(file)) {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        return references;
      }
      boolean same = Files.mismatch(part, file) == -1;
      Files.delete(part);
      if (same) {
        return references;
      }
    } catch (IOException e) {
      BadInput bad =
          new BadInput(
              "--image-refs " + file,
              "it cannot be written",
              "Name a file in a folder you may write to.");
      bad.initCause(e);
      throw bad;
    }
    throw new BadInput(
        "--image-refs " + file,
        "there is another file, whose references may not have been deleted yet",
        "Name a new file.");
  }

  private static Dataset<Row> find(Lake lake, PurgePlan plan) {
    List<PlanItem> reads = plan.items().stream().filter(i -> i.table() == Table.READS).toList();
    Object[] closed =
        plan.items().stream()
            .filter(i -> i.table() == Table.EVIDENCE)
            .flatMap(i -> i.partition().stream())
            .toArray();
    Dataset<Row> evidence =
        lake.ledger(Table.EVIDENCE)
            .select(
                col("hold_id"),
                col("agency_id"),
                get_json_object(col("record"), "$.source").as("feed_id"),
                get_json_object(col("record"), "$.image_ref").as("reference"));
    Dataset<Row> needed =
        evidence
            .where(not(col("hold_id").isin(closed)))
            .select("agency_id", "feed_id", "reference");
    return EvidenceCopy.going(lake.read(Table.READS), reads)
        .select(col("agency_id"), col("source").as("feed_id"), col("image_ref").as("reference"))
        .union(
            evidence.where(col("hold_id").isin(closed)).select("agency_id", "feed_id", "reference"))
        .where(col("reference").isNotNull())
        .distinct()
        .join(needed, CollectionConverters.asScala(COLUMNS).toSeq(), "left_anti")
        .orderBy("agency_id", "feed_id", "reference");
  }

  private static long lines(Iterator<Row> rows, Path part) throws IOException {
    long lines = 0;
    try (BufferedWriter out = Files.newBufferedWriter(part)) {
      while (rows.hasNext()) {
        NamedRow row = new NamedRow(rows.next());
        Map<String, String> line = new LinkedHashMap<>();
        line.put("agency", row.text("agency_id"));
        line.put("feed", row.text("feed_id"));
        line.put("reference", row.text("reference"));
        out.write(JSON.writeValueAsString(line));
        out.write('\n');
        lines++;
      }
    }
    try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    return lines;
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
