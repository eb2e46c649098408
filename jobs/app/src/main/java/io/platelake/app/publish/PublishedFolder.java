package io.platelake.app.publish;

import io.platelake.core.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the files of a publication into a local folder so that a reader finds all of them or none.
 * Each file is written in full under a temporary name, then all are renamed.
 */
public final class PublishedFolder {
  private PublishedFolder() {}

  /**
   * Writes the files, replacing files of the same names. The last one should be the one that speaks
   * for the others, such as a manifest: it appears last.
   *
   * @param option command-line option that named the folder, for the message
   * @param files content by file name, in the order in which they appear
   * @throws BadInput if the folder cannot be written; what was new in it is removed again
   */
  public static void write(String option, Path folder, Map<String, byte[]> files) {
    boolean existed = Files.exists(folder);
    List<Path> written = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path part = part(folder, file.getKey());
        written.add(part);
        Files.write(part, file.getValue());
      }
      for (String name : files.keySet()) {
        Path target = folder.resolve(name);
        boolean isNew = !Files.exists(target);
        Files.move(
            part(folder, name),
            target,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
        if (isNew) {
          written.add(target);
        }
      }
    } catch (IOException e) {
      written.forEach(PublishedFolder::remove);
      if (!existed) {
        remove(folder);
      }
      throw new BadInput(
          option + " " + folder,
          "its files cannot be written",
          "Give a folder you may write to, with space left and none of its files taken by a folder.");
    }
  }

  private static Path part(Path folder, String name) {
    return folder.resolve("." + name + ".part");
  }

  private static void remove(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // The first failure is the one to report; a part file is hidden and replaced by the next run.
    }
  }
}
