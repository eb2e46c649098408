package io.platelake.app.ledger.purge;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.platelake.core.chain.CanonicalJson;
import io.platelake.core.chain.HashChain;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The chain of certificates: rows of {@code purge_certificates}, each also a file to hand out. */
public final class Certificates {
  static final String FOLDER = "certificates";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Certificates() {}

  /** Adds a certificate to the chain and writes its file. */
  public static Path add(
      Lake lake, String runId, Instant asOf, String outcome, Map<String, Object> body)
      throws IOException {
    List<Row> last =
        lake.read(Table.PURGE_CERTIFICATES)
            .orderBy(col("seq").desc())
            .select("seq", "hash")
            .limit(1)
            .collectAsList();
    long seq = last.isEmpty() ? 1 : last.get(0).getLong(0) + 1;
    String previous = last.isEmpty() ? HashChain.GENESIS : last.get(0).getString(1);
    String json = CanonicalJson.write(body);
    String hash = HashChain.hash(previous, json);
    lake.append(
        Table.PURGE_CERTIFICATES,
        List.of(RowFactory.create(seq, runId, Timestamp.from(asOf), outcome, json, previous, hash)),
        new CommitKey("certificates", seq));
    // Two verifications at once: one of them finds its number taken by the other.
    long mine =
        lake.read(Table.PURGE_CERTIFICATES)
            .where(col("seq").equalTo(seq).and(col("hash").equalTo(hash)))
            .count();
    if (mine != 1) {
      throw new IllegalStateException("another verification took number " + seq);
    }
    return export(lake, seq);
  }

  /** Writes the files that are missing, so that a crash after the row leaves no gap. */
  private static Path export(Lake lake, long latest) throws IOException {
    FileSystem fs = lake.fileSystem();
    Path folder = new Path(lake.root(), FOLDER);
    for (Row row :
        lake.read(Table.PURGE_CERTIFICATES)
            .select("seq", "prev_hash", "hash", "body")
            .orderBy("seq")
            .collectAsList()) {
      Path file = file(folder, row.getLong(0));
      if (!fs.exists(file)) {
        Certificate certificate =
            new Certificate(
                row.getLong(0),
                row.getString(1),
                row.getString(2),
                JSON.readTree(row.getString(3)));
        Path part = new Path(folder, "." + file.getName() + ".part");
        try (OutputStream out = fs.create(part, true)) {
          out.write(JSON.writeValueAsBytes(certificate));
          out.write('\n');
        }
        if (!fs.rename(part, file)) {
          throw new IOException("could not name certificate " + row.getLong(0));
        }
      }
    }
    return file(folder, latest);
  }

  private static Path file(Path folder, long seq) {
    return new Path(folder, String.format("%06d.json", seq));
  }
}
