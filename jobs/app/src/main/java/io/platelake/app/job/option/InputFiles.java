package io.platelake.app.job.option;

import io.platelake.core.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Small input files that are read whole: policies, definitions, registries. A path may be a URI of
 * a storage.
 */
public final class InputFiles {
  private static final long LARGEST = 256L << 20;

  private InputFiles() {}

  /** Text of a UTF-8 file, without a byte order mark. */
  public static String text(Path file) {
    try {
      String text = new String(bytes(file), StandardCharsets.UTF_8);
      StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes(file)));
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new BadInput("File " + file, "it is not UTF-8 text", "Save it as UTF-8.");
    }
  }

  /** Content of a file that is packaged with this build. */
  public static byte[] resource(String name) {
    try (InputStream in = InputFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not packaged: " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** Whether there is such a file. */
  public static boolean isThere(Path file) {
    try {
      return new StoredPath(file).isFile();
    } catch (IOException e) {
      throw new BadInput("File " + file, "it cannot be read", "Check its permissions.");
    }
  }

  /**
   * @throws BadInput if there is no such file
   */
  public static void requireThere(Path file) {
    if (!isThere(file)) {
      throw new BadInput("File " + file, "there is no such file", "Check the path.");
    }
  }

  /** Content of a file. */
  public static byte[] bytes(Path file) {
    requireThere(file);
    StoredPath stored = new StoredPath(file);
    try {
      if (stored.size() > LARGEST) {
        throw new BadInput(
            "File " + file, "larger than 256 MiB", "Check that it is the right file.");
      }
      try (InputStream in = stored.open()) {
        return in.readAllBytes();
      }
    } catch (IOException e) {
      throw new BadInput("File " + file, "it cannot be read", "Check its permissions.");
    }
  }
}
