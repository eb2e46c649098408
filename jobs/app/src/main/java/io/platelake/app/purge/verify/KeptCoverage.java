package io.platelake.app.purge.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.platelake.app.ledger.purge.Certificates;
import io.platelake.lake.proof.covered.Coverage;
import io.platelake.lake.proof.files.FileListing;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What the last verification read, beside the certificates as {@code covered-SHA256.jsonl}. The
 * certificate states the digest: whoever changes the file is found out.
 *
 * @param coverage what counts; nothing when there is no such file or it is not the certified one
 * @param fault what is wrong with the file, in words
 */
record KeptCoverage(Coverage coverage, Optional<String> fault) {
  private static final String PREFIX = "covered-";
  private static final String SUFFIX = ".jsonl";

  /**
   * @param soundChain whether nothing is wrong with the chain of certificates; else nothing of it
   *     counts
   */
  static KeptCoverage of(Lake lake, boolean soundChain) throws IOException {
    Optional<String> digest = soundChain ? Certificates.coverage(lake) : Optional.empty();
    if (digest.isEmpty()) {
      return new KeptCoverage(Coverage.none(), Optional.empty());
    }
    // Checksums of the disk must not speak first: the digest says what is wrong.
    FileSystem fs = FileListing.unfiltered(lake.fileSystem());
    Path file = file(lake, digest.get());
    if (!fs.exists(file)) {
      // Nothing is lost but time: everything is read again.
      return new KeptCoverage(Coverage.none(), Optional.empty());
    }
    String text;
    try (InputStream in = fs.open(file)) {
      text = new String(in.readAllBytes(), UTF_8);
    }
    if (!Coverage.sha256(text).equals(digest.get())) {
      return new KeptCoverage(
          Coverage.none(),
          Optional.of(
              "readings of earlier verifications: ALTERED, the certificate has another digest"));
    }
    return new KeptCoverage(Coverage.parse(text).orElse(Coverage.none()), Optional.empty());
  }

  /** Nothing counts: every file is read. */
  static KeptCoverage ignored() {
    return new KeptCoverage(Coverage.none(), Optional.empty());
  }

  /**
   * Writes what was read. The file before stays until {@link #removeOthers}, since the newest
   * certificate names it.
   *
   * @return hex SHA-256 of the file
   */
  static String write(Lake lake, Coverage coverage) throws IOException {
    String text = coverage.text();
    String digest = Coverage.sha256(text);
    FileSystem fs = lake.fileSystem();
    Path file = file(lake, digest);
    if (!fs.exists(file)) {
      Path part = new Path(file.getParent(), "." + file.getName() + ".part");
      try (OutputStream out = fs.create(part, true)) {
        out.write(text.getBytes(UTF_8));
      }
      if (!fs.rename(part, file)) {
        throw new IOException("could not name " + file.getName());
      }
    }
    return digest;
  }

  /** Removes the files of earlier certificates. */
  static void removeOthers(Lake lake, String digest) throws IOException {
    FileSystem fs = lake.fileSystem();
    for (FileStatus file : fs.listStatus(Certificates.folder(lake))) {
      String name = file.getPath().getName();
      if (name.startsWith(PREFIX)
          && name.endsWith(SUFFIX)
          && !name.equals(PREFIX + digest + SUFFIX)) {
        fs.delete(file.getPath(), false);
      }
    }
  }

  private static Path file(Lake lake, String digest) {
    return new Path(Certificates.folder(lake), PREFIX + digest + SUFFIX);
  }
}
