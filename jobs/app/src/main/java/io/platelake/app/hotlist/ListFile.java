package io.platelake.app.hotlist;

import io.platelake.app.job.Sha256;
import io.platelake.app.job.option.InputFiles;
import io.platelake.app.job.option.StoredPath;
import io.platelake.core.BadInput;
import io.platelake.core.hotlist.HotlistReader;
import io.platelake.core.hotlist.ListCounts;
import io.platelake.core.hotlist.ListSink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;

/** The file of a snapshot: read from its start to its end, as often as asked, and never held. */
record ListFile(Path path) {

  /** What was read: the counts, and the SHA-256 of all bytes. */
  record Read(ListCounts counts, String digest) {}

  /**
   * @throws BadInput if there is no such file
   */
  void requireThere() {
    InputFiles.requireThere(path);
  }

  Read read(HotlistReader reader, ListSink sink) {
    requireThere();
    try (InputStream file = new StoredPath(path).open();
        DigestInputStream bytes = new DigestInputStream(file, Sha256.digest())) {
      ListCounts counts = reader.read(bytes, path.toString(), sink);
      return new Read(counts, HexFormat.of().formatHex(bytes.getMessageDigest().digest()));
    } catch (IOException e) {
      throw new BadInput("File " + path, "it cannot be read", "Check its permissions.");
    }
  }
}
