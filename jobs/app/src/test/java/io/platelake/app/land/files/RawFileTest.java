package io.platelake.app.land.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.lake.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class RawFileTest {
  @TempDir Path folder;

  @Test
  void shouldPassOverWhatIsHiddenBelowThePathGivenAndNotThePathItself() throws IOException {
    write("_raw/a", "a");
    write("_raw/day/b", "b");
    write("_raw/_temporary/0/c", "c");
    write("_raw/.staging/d", "d");
    write("_raw/_e", "e");
    write("_raw/.f.crc", "f");
    assertEquals("[[/_raw/a], [/_raw/day/b]]", found("_raw"));
    assertEquals("[[/_raw/_e]]", found("_raw/_e"));
  }

  @Test
  void shouldKnowEveryCopyOfAFile() throws IOException {
    write("raw/day/b", "same");
    write("raw/a", "same");
    write("more/c", "same");
    write("more/d", "other");
    assertEquals("[[/more/c, /raw/a, /raw/day/b], [/more/d]]", found("raw", "more", "raw/day"));
  }

  @Test
  void shouldWeighWhatIsShorterThanItsText() throws IOException {
    write("a", "{}xx");
    write("b", "PAR1");
    write("c", "Obj\u0001");
    for (RawFile file : RawFile.find(List.of(folder.toString()), TestSpark.session())) {
      long weight = (file.path().endsWith("a") ? 4 : 40) + (64 << 10);
      assertEquals(weight, file.weight(), file.path());
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Paths of the copies of each file, below the folder of the test. */
  private String found(String... paths) throws IOException {
    List<String> given = List.of(paths).stream().map(p -> folder.resolve(p).toString()).toList();
    return RawFile.find(given, TestSpark.session()).stream()
        .map(
            f ->
                f.copies().stream()
                    .map(
                        c ->
                            c.path()
                                .substring(
                                    c.path().indexOf(folder.toString())
                                        + folder.toString().length()))
                    .collect(Collectors.joining(", ", "[", "]")))
        .sorted()
        .toList()
        .toString();
  }
}
