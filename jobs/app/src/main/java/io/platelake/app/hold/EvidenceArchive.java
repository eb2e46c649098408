package io.platelake.app.hold;

import io.platelake.app.job.Sha256;
import io.platelake.core.BadInput;
import io.platelake.lake.table.NamedRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Evidence of a hold as one file that anybody can open and check. It has the reads as JSON, their
 * pictures, and a list of digests for {@code sha256sum -c}. The same evidence gives the same bytes.
 */
final class EvidenceArchive {
  private static final String READ_ME =
      """
      records.jsonl   one read a line, as it was copied before its purge
      digests.txt     SHA-256 of each line of records.jsonl without its line feed, in order
      pictures/       pictures of the reads: read, kind
      SHA256SUMS      digests of all files; check them with: sha256sum -c SHA256SUMS
      """;

  private EvidenceArchive() {}

  /**
   * @param rows rows of {@code evidence}, in the order of the archive
   * @throws BadInput if a record does not have the digest that it was copied with
   */
  static byte[] of(List<NamedRow> rows) {
    StringBuilder records = new StringBuilder();
    StringBuilder digests = new StringBuilder();
    Map<String, byte[]> files = new TreeMap<>();
    for (NamedRow row : rows) {
      String record = row.text("record");
      if (!Sha256.of(record).equals(row.text("digest"))) {
        throw new BadInput(
            "Evidence of hold " + row.text("hold_id"),
            "a record does not have the digest with which it was copied",
            "Keep the table as it is and have it looked at.");
      }
      records.append(record).append('\n');
      digests.append(row.text("digest")).append('\n');
      if (row.has("images")) {
        for (NamedRow image : row.structs("images")) {
          files.put(
              "pictures/" + row.number("read_id") + "-" + image.text("kind"), image.bytes("bytes"));
        }
      }
    }
    files.put("records.jsonl", records.toString().getBytes(StandardCharsets.UTF_8));
    files.put("digests.txt", digests.toString().getBytes(StandardCharsets.UTF_8));
    files.put("README.txt", READ_ME.getBytes(StandardCharsets.UTF_8));
    StringBuilder sums = new StringBuilder();
    files.forEach(
        (name, bytes) -> sums.append(Sha256.of(bytes)).append("  ").append(name).append('\n'));
    files.put("SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
    return zip(files);
  }

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        // Otherwise it would hold the time of the run.
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }
}
