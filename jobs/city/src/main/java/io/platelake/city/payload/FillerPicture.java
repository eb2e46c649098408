package io.platelake.city.payload;

import io.platelake.city.text.Bytes;
import java.util.Base64;

/** Base64 texts in the place of the JPEG pictures of vendors. */
final class FillerPicture {
  private static final int FILLER_BYTES = 1500;

  /** A JPEG of nothing: start and end marker. */
  static final byte[] EMPTY = Bytes.ascii("/9j/2Q==");

  /** About 2 kB, no picture in it. */
  static final byte[] FILLER = filler();

  private FillerPicture() {}

  private static byte[] filler() {
    byte[] bytes = new byte[FILLER_BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    bytes[0] = (byte) 0xFF;
    bytes[1] = (byte) 0xD8;
    bytes[FILLER_BYTES - 2] = (byte) 0xFF;
    bytes[FILLER_BYTES - 1] = (byte) 0xD9;
    return Base64.getEncoder().encode(bytes);
  }
}
