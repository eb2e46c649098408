package io.platelake.app.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;

/**
 * Input and expected text of the golden day, in {@code src/test/resources/golden}.
 *
 * <p>{@code -Dgolden.write=true} writes what a run gives as what is expected. Review the change in
 * git before you commit it.
 */
final class GoldenFiles {
  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "."), "src/test/resources/golden").toAbsolutePath();
  private static final Path EXPECTED = ROOT.resolve("expected");
  private static final boolean WRITE = Boolean.getBoolean("golden.write");

  private GoldenFiles() {}

  static Path notes() {
    return ROOT.resolve("README.md");
  }

  static Path input(String name) {
    return ROOT.resolve("input").resolve(name);
  }

  /** Names of the expected files, below their folder. */
  static List<String> expected() throws IOException {
    try (Stream<Path> files = Files.walk(EXPECTED)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> EXPECTED.relativize(file).toString())
          .toList();
    }
  }

  /** Where {@code golden.write} asks for it, replaces the expected files by these. */
  static void writeIfAsked(Map<String, String> actual) throws IOException {
    if (!WRITE) {
      return;
    }
    FileUtil.fullyDelete(EXPECTED.toFile());
    for (Map.Entry<String, String> text : actual.entrySet()) {
      Path file = EXPECTED.resolve(text.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, ended(text.getValue()));
    }
  }

  /** Compares a text with the expected one of this name. */
  static void check(String name, String actual) {
    Path file = EXPECTED.resolve(name);
    String expected;
    try {
      expected = Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!expected.equals(ended(actual))) {
      throw new AssertionError(
          name
              + " differs (-: expected, +: now). If the change is right, run the test with"
              + " -Dgolden.write=true and review it in git.\n"
              + difference(expected, actual));
    }
  }

  /**
   * Lines that only one of the texts has. Blanks in a row count as one: a longer cell moves all
   * others, and that is no difference.
   */
  static String difference(String expected, String actual) {
    List<String> missing = new ArrayList<>(narrow(expected));
    List<String> lines = new ArrayList<>();
    narrow(actual).stream()
        .filter(line -> !missing.remove(line))
        .forEach(line -> lines.add("+ " + line));
    missing.forEach(line -> lines.add("- " + line));
    return lines.isEmpty()
        ? "The lines are the same, in another order or width."
        : String.join("\n", lines);
  }

  private static List<String> narrow(String text) {
    return text.lines().map(line -> line.replaceAll(" +", " ").strip()).toList();
  }

  private static String ended(String text) {
    return text.stripTrailing() + "\n";
  }
}
