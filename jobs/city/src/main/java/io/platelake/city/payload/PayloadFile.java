package io.platelake.city.payload;

import io.platelake.city.text.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The payload files of one feed and one day, each with at most so many lines. */
public final class PayloadFile implements AutoCloseable {
  private static final int FLUSH_AT = 1 << 17;

  private final Path root;
  private final String folder;
  private final String prefix;
  private final String extension;
  private final String header;
  private final int linesPerFile;
  private final Bytes buffer = new Bytes();

  private OutputStream stream;
  private String path;
  private int files;
  private int lines;
  private int lineStart;

  /**
   * @param folder below {@code root}, with slashes
   * @param header first line, counted as one; empty for none
   */
  PayloadFile(
      Path root, String folder, String prefix, String extension, String header, int linesPerFile) {
    this.root = root;
    this.folder = folder;
    this.prefix = prefix;
    this.extension = extension;
    this.header = header;
    this.linesPerFile = linesPerFile;
  }

  /** Where to write the next line; opens the next file when the last one is full. */
  public Bytes line() {
    if (stream == null || lines >= linesPerFile) {
      close();
      open();
    }
    lineStart = buffer.length();
    return buffer;
  }

  /** Whether the next line is the first of its file, the header aside. */
  public boolean beforeFirstLine() {
    return stream == null || lines >= linesPerFile;
  }

  /** Bytes of the line so far. */
  public int lineLength() {
    return buffer.length() - lineStart;
  }

  /** Keeps only so many bytes of the line. */
  public void cutLine(int length) {
    buffer.truncate(lineStart + length);
  }

  /** Ends the line and tells its number in the file, counted from 1. */
  public int end() {
    buffer.append('\n');
    lines++;
    if (buffer.length() >= FLUSH_AT) {
      flush();
    }
    return lines;
  }

  /** The file of the last line, relative to the root, with slashes. */
  public String path() {
    return path;
  }

  int files() {
    return files;
  }

  @Override
  public void close() {
    if (stream != null) {
      flush();
      try {
        stream.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      stream = null;
    }
  }

  private void open() {
    String number = String.valueOf(++files);
    path =
        folder
            + "/"
            + prefix
            + "-"
            + "0".repeat(Math.max(0, 4 - number.length()))
            + number
            + "."
            + extension;
    Path file = root.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      stream = Files.newOutputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines = 0;
    if (!header.isEmpty()) {
      buffer.append(header).append('\n');
      lines = 1;
    }
  }

  private void flush() {
    try {
      buffer.drainTo(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
