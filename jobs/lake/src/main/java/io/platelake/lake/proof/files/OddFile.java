package io.platelake.lake.proof.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the local disk that Hadoop's listing leaves out or cannot read. Its name is no text in
 * the encoding of the machine, or it is a pipe, a socket or a device.
 *
 * @param path relative to the listed root; what is no text in it is shown as a replacement
 * @param location the file itself
 * @param regular whether it has bytes to read
 */
public record OddFile(String path, Path location, boolean regular) {
  /** Why it is odd. */
  public String reason() {
    return regular ? "a name that is no text" : "no regular file: a pipe, socket, device or link";
  }

  /** Its bytes, where it is {@link #regular}. */
  public InputStream open() throws IOException {
    return Files.newInputStream(location);
  }
}
