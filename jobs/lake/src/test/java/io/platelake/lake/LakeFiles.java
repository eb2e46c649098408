package io.platelake.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything that lies in a lake's folder, to see that a run left nothing there. */
public final class LakeFiles {
  private LakeFiles() {}

  /** Size of every file by its path, but for {@code job_runs}, which records refusals too. */
  public static Map<String, Long> of(Path lake) {
    Map<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> all = Files.walk(lake)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = lake.relativize(file).toString();
        if (!name.startsWith("job_runs")) {
          sizes.put(name, Files.size(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sizes;
  }

  /** A copy of a lake in another folder. */
  public static Path copy(Path lake, Path to) {
    try (Stream<Path> all = Files.walk(lake)) {
      for (Path file : all.toList()) {
        Path copy = to.resolve(lake.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
