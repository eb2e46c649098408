package io.platelake.app.container;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reading the storage failed, which says nothing of the file: trying again may help. Unchecked, so
 * that it passes through libraries that take every other failure for a damaged file.
 */
public final class StorageFailure extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  public StorageFailure(IOException cause) {
    super(cause);
  }
}
