package io.platelake.app.container;

import java.io.IOException;

/**
 * Reading the storage failed, which says nothing of the file: trying again may help. Unchecked, so
 * that it passes through libraries that take every other failure for a damaged file. It says of
 * what kind the failure was, and where in the code; not its words, which may be the name of a file,
 * and that a plate.
 */
public final class StorageFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int HEAD = 16;

  public StorageFailure(IOException failure) {
    this("a raw file", (Throwable) failure);
  }

  /**
   * @param digest of the file
   */
  public StorageFailure(String digest, IOException failure) {
    this("raw file " + digest.substring(0, Math.min(HEAD, digest.length())), (Throwable) failure);
  }

  private StorageFailure(String what, Throwable failure) {
    super("reading " + what + " failed: " + failure.getClass().getSimpleName());
    setStackTrace(failure.getStackTrace());
  }
}
