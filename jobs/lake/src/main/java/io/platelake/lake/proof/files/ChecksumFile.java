package io.platelake.lake.proof.files;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The {@code .name.crc} file the local file system keeps beside {@code name}: the bytes {@code
 * crc\0}, the chunk size, one CRC-32 per chunk, nothing else.
 */
public final class ChecksumFile {
  private static final int MAGIC = 0x63726300;
  private static final int HEADER = 8;

  private ChecksumFile() {}

  /** The file whose checksums this would be by name and place, if it is there. */
  public static Optional<StoredFile> subject(StoredFile file, Map<String, StoredFile> files) {
    String name = file.name();
    if (!name.startsWith(".") || !name.endsWith(".crc") || name.length() <= 5) {
      return Optional.empty();
    }
    String folder = file.folder().isEmpty() ? "" : file.folder() + "/";
    return Optional.ofNullable(files.get(folder + name.substring(1, name.length() - 4)));
  }

  /** Whether header and size are those of checksums over {@code subject}: no byte to spare. */
  public static boolean fits(StoredFile file, StoredFile subject) throws IOException {
    try (DataInputStream in = new DataInputStream(file.open())) {
      return file.length() >= HEADER
          && in.readInt() == MAGIC
          && sizeFor(subject.length(), in.readInt()) == file.length();
    }
  }

  /** Whether every byte is explained by the bytes of {@code subject}; reads both files. */
  public static boolean explainedBy(StoredFile file, StoredFile subject) throws IOException {
    if (!fits(file, subject)) {
      return false;
    }
    try (DataInputStream sums = new DataInputStream(file.open());
        InputStream in = subject.open()) {
      sums.readInt();
      byte[] chunk = new byte[sums.readInt()];
      for (int read = in.readNBytes(chunk, 0, chunk.length);
          read > 0;
          read = in.readNBytes(chunk, 0, chunk.length)) {
        CRC32 crc = new CRC32();
        crc.update(chunk, 0, read);
        if (sums.readInt() != (int) crc.getValue()) {
          return false;
        }
      }
      return true;
    }
  }

  private static long sizeFor(long length, int chunk) {
    return chunk <= 0 ? -1 : HEADER + 4 * ((length + chunk - 1) / chunk);
  }
}
