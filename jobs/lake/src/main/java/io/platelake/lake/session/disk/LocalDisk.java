package io.platelake.lake.session.disk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Files of this machine. Hadoop starts {@code chmod}, {@code ls} and {@code readlink} where its
 * native library is missing: 22 processes for one commit of Delta. Java asks the system itself.
 */
class LocalDisk extends RawLocalFileSystem {
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

  /**
   * Gives a file a name that no file has. Hadoop looks whether the name is taken, and renames then.
   * A process that is stopped in between would replace what another has written there meanwhile,
   * such as a commit of Delta. A second link is refused by the system itself.
   */
  @Override
  @SuppressWarnings("deprecation") // it is the one that contexts of files call
  protected void rename(Path from, Path to, Rename... how) throws IOException {
    if (List.of(how).contains(Rename.OVERWRITE) || !isPlainFile(from)) {
      super.rename(from, to, how);
      return;
    }
    try {
      Files.createLink(file(to), file(from));
    } catch (FileAlreadyExistsException e) {
      throw new org.apache.hadoop.fs.FileAlreadyExistsException("already there: " + to);
    } catch (IOException | UnsupportedOperationException e) {
      super.rename(from, to, how); // a disk without links, or it says what is wrong
      return;
    }
    // A sweep may have taken the old name meanwhile: the new one is what counts.
    Files.deleteIfExists(file(from));
  }

  private boolean isPlainFile(Path path) {
    try {
      return Files.isRegularFile(file(path), LinkOption.NOFOLLOW_LINKS);
    } catch (InvalidPathException e) {
      return false;
    }
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
