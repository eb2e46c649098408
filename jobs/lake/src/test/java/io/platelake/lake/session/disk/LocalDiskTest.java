package io.platelake.lake.session.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The disk in this process tells what Hadoop's own way tells through other processes. */
class LocalDiskTest {
  @TempDir Path folder;
  private final Configuration conf = new Configuration();
  private final LocalDisk disk = new LocalDisk();
  private final RawLocalFileSystem hadoop = new RawLocalFileSystem();

  @BeforeEach
  void start() throws IOException {
    conf.set("fs.permissions.umask-mode", "077");
    conf.set("fs.file.impl", LocalDiskFileSystem.class.getName());
    conf.set("fs.AbstractFileSystem.file.impl", LocalDiskContext.class.getName());
    disk.initialize(URI.create("file:///"), conf);
    hadoop.initialize(URI.create("file:///"), conf);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "with space", "ümlaut", "empty", "folder", "a%20b"})
  void shouldTellOfAFileWhatHadoopTells(String name) throws IOException {
    Path file = folder.resolve(name);
    if (name.equals("folder")) {
      Files.createDirectory(file);
    } else {
      Files.writeString(file, name.equals("empty") ? "" : "some bytes");
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));
    same(hadoop.getFileStatus(path(file)), disk.getFileStatus(path(file)));
    same(hadoop.getFileLinkStatus(path(file)), disk.getFileLinkStatus(path(file)));
  }

  @Test
  void shouldTellOfALinkWhatHadoopTells() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "bytes");
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("no"));
    same(hadoop.getFileStatus(path(link)), disk.getFileStatus(path(link)));
    // Hadoop sees links only in paths without a scheme.
    same(hadoop.getFileLinkStatus(path(link)), disk.getFileLinkStatus(path(link)));
    for (Path one : List.of(link, dangling)) {
      var plain = new org.apache.hadoop.fs.Path(one.toString());
      FileStatus found = disk.getFileLinkStatus(plain);
      assertTrue(found.isSymlink());
      assertEquals(hadoop.getFileLinkStatus(plain).getSymlink(), found.getSymlink());
    }
    assertThrows(FileNotFoundException.class, () -> disk.getFileStatus(path(dangling)));
  }

  @Test
  void shouldSayThatAFileIsMissing() {
    org.apache.hadoop.fs.Path missing = path(folder.resolve("missing"));
    assertThrows(FileNotFoundException.class, () -> disk.getFileStatus(missing));
    assertThrows(FileNotFoundException.class, () -> disk.getFileLinkStatus(missing));
  }

  @Test
  void shouldSetEveryPermission() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    for (int mode = 0; mode <= 0777; mode++) {
      disk.setPermission(path(file), new FsPermission((short) mode));
      assertEquals(
          FsPermission.createImmutable((short) mode),
          disk.getFileStatus(path(file)).getPermission());
    }
  }

  @Test
  void shouldWriteForTheOwnerAlone() throws IOException {
    var files = path(folder).getFileSystem(conf);
    assertEquals(LocalDiskFileSystem.class, files.getClass());
    files.create(path(folder.resolve("new/one"))).close();
    assertEquals("rw-------", letters("new/one"));
    assertEquals("rw-------", letters("new/.one.crc"));
    assertEquals("rwx------", letters("new"));

    FileContext context = FileContext.getFileContext(URI.create("file:///"), conf);
    assertEquals(LocalDiskContext.class, context.getDefaultFileSystem().getClass());
    context.rename(path(folder.resolve("new/one")), path(folder.resolve("new/two")), Rename.NONE);
    assertEquals("rw-------", letters("new/two"));
    Files.writeString(folder.resolve("new/three"), "taken");
    assertThrows(
        IOException.class,
        () ->
            context.rename(
                path(folder.resolve("new/two")), path(folder.resolve("new/three")), Rename.NONE));
  }

  /** Stopped after Hadoop has looked whether a name is taken, a process must not take it. */
  @Test
  void shouldNotReplaceAFileThatCameMeanwhile() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine"), "mine");
    Path theirs = Files.writeString(folder.resolve("theirs"), "theirs");
    Path name = folder.resolve("00000000000000000007.json");
    disk.rename(path(theirs), path(name), Rename.NONE);
    assertThrows(
        FileAlreadyExistsException.class, () -> disk.rename(path(mine), path(name), Rename.NONE));
    assertEquals("theirs", Files.readString(name));
    assertTrue(Files.exists(mine) && Files.notExists(theirs));
    disk.rename(path(mine), path(name), Rename.OVERWRITE);
    assertEquals("mine", Files.readString(name));
  }

  /** The other one takes the name right after it was looked for. */
  @Test
  void shouldNotReplaceAFileThatCameAfterTheLook() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine"), "mine");
    Path name = folder.resolve("00000000000000000008.json");
    AtomicBoolean came = new AtomicBoolean();
    LocalDisk slow =
        new LocalDisk() {
          @Override
          public FileStatus getFileLinkStatus(org.apache.hadoop.fs.Path path) throws IOException {
            try {
              return super.getFileLinkStatus(path);
            } finally {
              if (path.getName().equals(name.getFileName().toString()) && Files.notExists(name)) {
                Files.writeString(name, "theirs");
                came.set(true);
              }
            }
          }
        };
    slow.initialize(URI.create("file:///"), conf);
    try {
      slow.rename(path(mine), path(name), Rename.NONE);
    } catch (FileAlreadyExistsException e) {
      assertTrue(Files.exists(mine));
    }
    assertEquals(came.get() ? "theirs" : "mine", Files.readString(name));
  }

  @Test
  void shouldLetOneOfManyHaveAName() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(4);
    for (int round = 0; round < 50; round++) {
      Path name = folder.resolve("commit-" + round);
      List<Callable<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Path one = Files.writeString(folder.resolve("w" + i + "-" + round), "w" + i);
        all.add(() -> isNamed(one, name));
      }
      int named = 0;
      for (Future<Boolean> one : writers.invokeAll(all)) {
        named += one.get() ? 1 : 0;
      }
      assertEquals(1, named);
    }
    writers.shutdown();
  }

  private boolean isNamed(Path file, Path name) throws IOException {
    try {
      disk.rename(path(file), path(name), Rename.NONE);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  @Test
  void shouldListWithOwners() throws IOException {
    Files.writeString(folder.resolve("a"), "1");
    Files.createDirectories(folder.resolve("deep/er"));
    Files.writeString(folder.resolve("deep/er/b"), "22");
    RemoteIterator<LocatedFileStatus> all = disk.listFiles(path(folder), true);
    int files = 0;
    for (; all.hasNext(); files++) {
      LocatedFileStatus one = all.next();
      same(hadoop.getFileStatus(one.getPath()), one);
    }
    assertEquals(2, files);
    assertEquals(2, disk.listStatus(path(folder)).length);
  }

  private String letters(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }

  private static void same(FileStatus hadoop, FileStatus ours) {
    assertEquals(facts(hadoop), facts(ours));
  }

  private static List<Object> facts(FileStatus status) {
    return Arrays.asList(
        status.getPath(),
        status.isDirectory() ? -1 : status.getLen(),
        status.isDirectory(),
        status.isSymlink(),
        status.getModificationTime(),
        status.getBlockSize(),
        status.getReplication(),
        status.getPermission().toShort(),
        status.getOwner(),
        status.getGroup());
  }

  private static org.apache.hadoop.fs.Path path(Path file) {
    return new org.apache.hadoop.fs.Path(file.toUri());
  }
}
