package io.platelake.app.ledger.site;

import io.platelake.app.job.Sha256;
import io.platelake.lake.contract.ShownPath;
import io.platelake.lake.erase.NotErased;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * A folder with raw files. A moved file is told by its name, which starts with the digest that we
 * gave it; any other file only by its bytes, because names are not trusted.
 */
public final class RawFolder {
  private static final int DIGEST = 64;
  private static final int LONGEST_NAME = 80;

  private final FileSystem fs;
  private final Path folder;

  public RawFolder(String folder, Configuration conf) throws IOException {
    this.fs = new Path(folder).getFileSystem(conf);
    this.folder = fs.makeQualified(new Path(folder));
  }

  /** Name of a moved file: its digest, and of its own name what no file system stumbles over. */
  static String name(String digest, String own) {
    String safe = own.replaceAll("[^A-Za-z0-9._-]", "_");
    return digest + "-" + safe.substring(Math.max(0, safe.length() - LONGEST_NAME));
  }

  /** A file to be moved in. */
  public record Incoming(Path path, String digest, long bytes) {
    /** Its name may hold a plate. */
    @Override
    public String toString() {
      return "Incoming[" + digest + "]";
    }
  }

  /**
   * Moves files in. A file that is there already was moved before, or came again: then only the
   * copy outside goes. Where moving is copying, a killed run leaves half a file, which is replaced.
   *
   * @throws IOException if a file is still where it was
   */
  public void moveIn(Iterable<Incoming> files) throws IOException {
    Map<String, List<FileStatus>> moved = null;
    Set<String> whole = new HashSet<>();
    for (Incoming file : files) {
      if (folder.equals(file.path().getParent())) {
        // Landed again from here, where it stays.
        continue;
      }
      if (moved == null) {
        fs.mkdirs(folder);
        moved = moved(digest -> true);
      }
      for (FileStatus there : moved.getOrDefault(file.digest(), List.of())) {
        if (there.getLen() == file.bytes()) {
          whole.add(file.digest());
        } else {
          remove(there.getPath());
        }
      }
      moved.remove(file.digest());
      if (!whole.add(file.digest())) {
        remove(file.path());
      } else if (!fs.rename(
          file.path(), new Path(folder, name(file.digest(), file.path().getName())))) {
        throw new IOException("could not move a landed file");
      }
    }
  }

  /** The files among these that are in this folder. */
  public Set<RawFileEvent> present(Collection<RawFileEvent> files) throws IOException {
    Set<String> digests =
        new HashSet<>(moved(digests(files, RawFileEvent.Event.MOVED)::contains).keySet());
    Set<RawFileEvent> present =
        files.stream()
            .filter(f -> f.event() == RawFileEvent.Event.MOVED && digests.contains(f.digest()))
            .collect(Collectors.toCollection(HashSet::new));
    List<RawFileEvent> kept =
        files.stream().filter(f -> f.event() == RawFileEvent.Event.KEPT).toList();
    Set<String> found = byBytes(kept).keySet();
    kept.stream().filter(f -> found.contains(f.digest())).forEach(present::add);
    return present;
  }

  /** Where the files among these are that are in this folder. */
  public List<Path> places(Collection<RawFileEvent> files) throws IOException {
    List<Path> places = new ArrayList<>();
    moved(digests(files, RawFileEvent.Event.MOVED)::contains)
        .values()
        .forEach(copies -> copies.forEach(copy -> places.add(copy.getPath())));
    places.addAll(
        byBytes(files.stream().filter(f -> f.event() == RawFileEvent.Event.KEPT).toList())
            .values());
    return places;
  }

  /** Removes moved files; one that is not there any more has been removed before. */
  public void removeMoved(Collection<RawFileEvent> files) throws IOException {
    for (List<FileStatus> copies :
        moved(digests(files, RawFileEvent.Event.MOVED)::contains).values()) {
      for (FileStatus copy : copies) {
        remove(copy.getPath());
      }
    }
  }

  private void remove(Path file) throws IOException {
    NotErased.delete(fs, file, ShownPath.file(file.toString()));
  }

  private Map<String, List<FileStatus>> moved(Predicate<String> wanted) throws IOException {
    Map<String, List<FileStatus>> moved = new HashMap<>();
    if (fs.exists(folder)) {
      for (FileStatus file : fs.listStatus(folder)) {
        String name = file.getPath().getName();
        if (name.length() > DIGEST
            && name.charAt(DIGEST) == '-'
            && wanted.test(name.substring(0, DIGEST))) {
          moved.computeIfAbsent(name.substring(0, DIGEST), k -> new ArrayList<>()).add(file);
        }
      }
    }
    return moved;
  }

  /** By digest; reads only files of the right size. */
  private Map<String, Path> byBytes(List<RawFileEvent> files) throws IOException {
    Map<Long, Set<String>> bySize =
        files.stream()
            .collect(
                Collectors.groupingBy(
                    RawFileEvent::bytes,
                    Collectors.mapping(RawFileEvent::digest, Collectors.toSet())));
    Map<String, Path> found = new HashMap<>();
    if (bySize.isEmpty() || !fs.exists(folder)) {
      return found;
    }
    RemoteIterator<LocatedFileStatus> all = fs.listFiles(folder, true);
    while (all.hasNext()) {
      FileStatus file = all.next();
      if (bySize.containsKey(file.getLen())) {
        String digest = digest(file.getPath());
        if (bySize.get(file.getLen()).contains(digest)) {
          found.put(digest, file.getPath());
        }
      }
    }
    return found;
  }

  private String digest(Path file) throws IOException {
    try (InputStream in = fs.open(file)) {
      return Sha256.of(in);
    }
  }

  private static Set<String> digests(Collection<RawFileEvent> files, RawFileEvent.Event event) {
    return files.stream()
        .filter(f -> f.event() == event)
        .map(RawFileEvent::digest)
        .collect(Collectors.toSet());
  }
}
