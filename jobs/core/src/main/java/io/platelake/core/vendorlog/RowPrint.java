package io.platelake.core.vendorlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Eight bytes of a SHA-256 over all cells of a row: among ten million rows two hardly share them.
 * It is for memory only; on a disk somebody could try plates out until it fits. One thread uses it.
 */
public final class RowPrint {
  private final MessageDigest sha = sha();

  /** The print of a row, whatever the order of its columns. */
  public long of(LogRow row) {
    sha.reset();
    // Columns come sorted by name: exports that were joined may have them in another order.
    row.cells()
        .forEach(
            (column, cell) -> {
              if (!cell.text().isEmpty()) {
                sha.update((column + '\u0000' + cell.text()).getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
              }
            });
    return ByteBuffer.wrap(sha.digest()).getLong();
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
