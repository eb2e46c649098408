package io.platelake.lake.session.disk;

import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/** What one look at a file tells. The names of its owner and group are looked up when asked for. */
final class LocalFileStatus extends FileStatus {
  private static final long serialVersionUID = 1L;

  private final transient PosixFileAttributes attributes;

  LocalFileStatus(Path path, PosixFileAttributes attributes, long blockSize) {
    super(
        attributes.isDirectory() ? 0 : attributes.size(),
        attributes.isDirectory(),
        1,
        blockSize,
        attributes.lastModifiedTime().toMillis(),
        attributes.lastAccessTime().toMillis(),
        permission(attributes),
        null,
        null,
        path);
    this.attributes = attributes;
  }

  private static FsPermission permission(PosixFileAttributes attributes) {
    String letters = PosixFilePermissions.toString(attributes.permissions());
    return FsPermission.valueOf((attributes.isDirectory() ? "d" : "-") + letters);
  }

  @Override
  public String getOwner() {
    return attributes == null ? super.getOwner() : attributes.owner().getName();
  }

  @Override
  public String getGroup() {
    return attributes == null ? super.getGroup() : attributes.group().getName();
  }
}
