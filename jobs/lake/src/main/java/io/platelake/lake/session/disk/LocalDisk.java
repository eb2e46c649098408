package io.platelake.lake.session.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Files of this machine. Hadoop starts {@code chmod}, {@code ls} and {@code readlink} where its
 * native library is missing: 22 processes for one commit of Delta, half of the time of a small job.
 * Java asks the system itself.
 */
final class LocalDisk extends RawLocalFileSystem {
  @Override
  public void setPermission(Path path, FsPermission permission) throws IOException {
    try {
      Files.setPosixFilePermissions(file(path), permissions(permission));
    } catch (UnsupportedOperationException | InvalidPathException e) {
      super.setPermission(path, permission);
    }
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    try {
      PosixFileAttributes read = Files.readAttributes(file(path), PosixFileAttributes.class);
      Path plain = makeQualified(new Path(pathToFile(path).getPath())); // without a closing slash
      return new LocalFileStatus(plain, read, getDefaultBlockSize(path));
    } catch (IOException | UnsupportedOperationException | InvalidPathException e) {
      return super.getFileStatus(path); // it says what is wrong
    }
  }

  @Override
  public FileStatus getFileLinkStatus(Path path) throws IOException {
    return isLink(path) ? super.getFileLinkStatus(path) : getFileStatus(path);
  }

  private boolean isLink(Path path) {
    try {
      return Files.isSymbolicLink(file(path));
    } catch (InvalidPathException e) {
      return true; // Hadoop's own way finds out
    }
  }

  private java.nio.file.Path file(Path path) {
    return pathToFile(path).toPath();
  }

  private static Set<PosixFilePermission> permissions(FsPermission permission) {
    Set<PosixFilePermission> all = EnumSet.noneOf(PosixFilePermission.class);
    add(all, permission.getUserAction(), "OWNER");
    add(all, permission.getGroupAction(), "GROUP");
    add(all, permission.getOtherAction(), "OTHERS");
    return all;
  }

  private static void add(Set<PosixFilePermission> all, FsAction action, String whose) {
    for (FsAction one : new FsAction[] {FsAction.READ, FsAction.WRITE, FsAction.EXECUTE}) {
      if (action.implies(one)) {
        all.add(PosixFilePermission.valueOf(whose + "_" + one.name()));
      }
    }
  }
}
