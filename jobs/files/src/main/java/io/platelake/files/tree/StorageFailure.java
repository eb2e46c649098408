package io.platelake.files.tree;

import java.io.IOException;

/**
 * The storage failed, which says nothing of the file: trying again may help. Unchecked, so that it
 * passes through libraries that take every other failure for a damaged file. It says of what kind
 * the failure was, and where in the code; not its words, which may be the name of a file, and that
 * a plate.
 */
public final class StorageFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int HEAD = 16;

  public StorageFailure(IOException failure) {
    this(failure, "reading a raw file");
  }

  private StorageFailure(IOException failure, String during) {
    super(during + " failed: " + failure.getClass().getSimpleName());
    setStackTrace(failure.getStackTrace());
  }

  /** While a file was read. */
  public static StorageFailure reading(String digest, IOException failure) {
    String head = digest.substring(0, Math.min(HEAD, digest.length()));
    return new StorageFailure(failure, "reading raw file " + head);
  }

  /**
   * @param what was done, such as "moving raw files"
   */
  public static StorageFailure during(String what, IOException failure) {
    return new StorageFailure(failure, what);
  }
}
