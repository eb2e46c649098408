package io.platelake.lake.session.disk;

import org.apache.hadoop.fs.LocalFileSystem;

/** {@link LocalDisk} with Hadoop's checksums, for whoever asks for a {@code FileSystem}. */
public final class LocalDiskFileSystem extends LocalFileSystem {
  public LocalDiskFileSystem() {
    super(new LocalDisk());
  }
}
