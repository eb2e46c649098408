package io.platelake.lake.proof.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;

/** Looks into a folder of the local disk for files that Hadoop's listing does not give. */
final class OddFiles {
  private OddFiles() {}

  /**
   * The odd files of one folder, and everything in folders whose names are no text.
   *
   * @param prefix of the paths, empty or ending with a slash
   * @param listed names that Hadoop listed
   */
  static List<OddFile> in(
      FileSystem fs, org.apache.hadoop.fs.Path folder, String prefix, Set<String> listed)
      throws IOException {
    List<OddFile> odd = new ArrayList<>();
    if (fs.getUri().getScheme().equals("file")) {
      try {
        collect(new File(folder.toUri().getPath()).toPath(), prefix, listed, odd);
      } catch (InvalidPathException e) {
        throw new Unprovable(
            "Listing a folder",
            "its path is no text in the encoding of this machine",
            "Set LC_ALL to a UTF-8 locale.",
            e);
      }
    }
    return odd;
  }

  private static void collect(Path folder, String prefix, Set<String> listed, List<OddFile> odd)
      throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path file : all) {
        String name = file.getFileName().toString();
        boolean known = listed.contains(name);
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          if (!known) {
            collect(file, prefix + name + "/", Set.of(), odd);
          }
        } else if (!known || !(Files.isRegularFile(file) || Files.isDirectory(file))) {
          odd.add(new OddFile(prefix + name, file, Files.isRegularFile(file)));
        }
      }
    }
  }
}
