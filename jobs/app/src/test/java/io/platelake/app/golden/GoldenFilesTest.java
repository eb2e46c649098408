package io.platelake.app.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The golden day fails readably, and its page explains every record that is there for a reason. */
class GoldenFilesTest {
  /** Records from number 100 on only fill the day. */
  private static final Pattern RECORD = Pattern.compile("(?m)^([a-z][0-9]?-[0-9]{1,2}),");

  private static final Pattern EXPLAINED = Pattern.compile("(?m)^\\| `([a-z][0-9]?-[0-9]+)`");

  @Test
  void shouldShowOnlyTheRowsThatDiffer() {
    String expected = "plate   | tier\nGLD1001 | EXACT\nGLD2O02 | EQUIVALENT\n";
    String actual = "plate   | tier      | note\nGLD1001 | EXACT\nGLD2O02 | NEAR";
    assertEquals(
        """
        + plate | tier | note
        + GLD2O02 | NEAR
        - plate | tier
        - GLD2O02 | EQUIVALENT""",
        GoldenFiles.difference(expected, actual));
  }

  @Test
  void shouldFailWhereATableDiffersOrIsNotExpected() {
    AssertionError error =
        assertThrows(AssertionError.class, () -> GoldenFiles.check("no-such.txt", "a | b"));
    assertTrue(error.getMessage().contains("no-such.txt differs"), error.getMessage());
    assertTrue(error.getMessage().endsWith("+ a | b"), error.getMessage());
  }

  @Test
  void shouldExplainEveryRecordThatIsThereForAReason() throws IOException {
    Set<String> records = new TreeSet<>();
    try (Stream<Path> files = Files.walk(GoldenFiles.input(""))) {
      for (Path file : files.filter(f -> f.toString().contains("/inbox/")).toList()) {
        if (Files.isRegularFile(file)) {
          records.addAll(found(RECORD, file));
        }
      }
    }
    assertTrue(records.size() > 20, records.toString());
    assertEquals(records, found(EXPLAINED, GoldenFiles.notes()));
  }

  private static Set<String> found(Pattern id, Path file) throws IOException {
    return new TreeSet<>(
        id.matcher(Files.readString(file)).results().map((MatchResult m) -> m.group(1)).toList());
  }
}
