package io.platelake.app.ledger.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.accesslog.PlateToken;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The key of the tokens of a deployment. It is the one that is given, or else a file below the
 * audit root, made with the first row of the log. Whoever has the key can try plates out until a
 * token fits, so keep it apart from the log where others may read that.
 */
public final class TokenKeys {
  private static final String FOLDER = "keys";
  private static final String FILE = "plate-token.key";
  private static final int KEY_BYTES = 32;

  private TokenKeys() {}

  /**
   * @param given text of a key file
   * @throws BadInput if it is none
   * @throws Refusal if the key of the log is gone: a new one would tell equal plates apart
   */
  public static PlateToken of(Lake lake, Optional<String> given) {
    try {
      return given.isPresent() ? read("--token-key", given.get()) : own(lake);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PlateToken own(Lake lake) throws IOException {
    FileSystem fs = lake.fileSystem(Table.ACCESS_LOG);
    Path file = file(lake);
    if (!fs.exists(file)) {
      if (!lake.isKnownEmpty(Table.ACCESS_LOG)) {
        throw new Refusal(
            "Key of the tokens",
            "the access log has rows, and its key is gone",
            "Restore " + FOLDER + "/" + FILE + " below the audit root, or give --token-key.");
      }
      make(lake);
    }
    try (InputStream in = fs.open(file)) {
      return read("Key of the tokens", new String(in.readAllBytes(), US_ASCII));
    }
  }

  /** Makes the file of the key, unless it is there. */
  static void make(Lake lake) {
    try {
      FileSystem fs = lake.fileSystem(Table.ACCESS_LOG);
      Path file = file(lake);
      if (!fs.exists(file)) {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        try (OutputStream out = fs.create(file, false)) {
          out.write(HexFormat.of().formatHex(fresh).getBytes(US_ASCII));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Lake lake) {
    return new Path(new Path(lake.auditRoot(), FOLDER), FILE);
  }

  private static PlateToken read(String what, String text) {
    try {
      return PlateToken.ofHex(text);
    } catch (IllegalArgumentException e) {
      throw new BadInput(what, e.getMessage(), "Give a file of 64 hex digits.");
    }
  }
}
