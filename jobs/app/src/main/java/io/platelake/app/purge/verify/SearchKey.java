package io.platelake.app.purge.verify;

import io.platelake.app.ledger.purge.Certificates;
import io.platelake.lake.table.Lake;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Marks of plates that a certificate can hold. They say whether a later search looks for the same
 * plates. Without the key of the lake nobody can try plates out until a mark fits. The key never
 * leaves the lake; without it a finding of a search stays open.
 */
final class SearchKey {
  private static final String NAME = "search.key";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int MARK_BYTES = 16;

  private final byte[] key;

  private SearchKey(byte[] key) {
    this.key = key;
  }

  /** The key of a lake, made with the first search. */
  static SearchKey of(Lake lake) throws IOException {
    FileSystem fs = lake.fileSystem();
    Path file = new Path(Certificates.folder(lake), NAME);
    if (!fs.exists(file)) {
      byte[] fresh = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(fresh);
      try (OutputStream out = fs.create(file, false)) {
        out.write(HexFormat.of().formatHex(fresh).getBytes(StandardCharsets.US_ASCII));
      }
    }
    try (InputStream in = fs.open(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII).trim();
      return new SearchKey(HexFormat.of().parseHex(text));
    } catch (FileNotFoundException | IllegalArgumentException e) {
      throw new IOException("the key of the certificates' searches cannot be read", e);
    }
  }

  /** The mark of a plate, in hex. */
  String mark(String plate) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] mark = mac.doFinal(plate.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mark, 0, MARK_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** Shows nothing. */
  @Override
  public String toString() {
    return "a search key";
  }
}
