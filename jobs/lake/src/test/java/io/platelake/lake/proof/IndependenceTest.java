package io.platelake.lake.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A verifier that shared code with the eraser would share its mistakes. */
class IndependenceTest {
  @Test
  void shouldUseNothingThatWritesOrDeletes() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/platelake/lake/proof"))) {
      List<String> foreign =
          sources
              .filter(Files::isRegularFile)
              .flatMap(IndependenceTest::lines)
              .filter(line -> line.matches(".*(org\\.apache\\.spark|io\\.delta|scala)\\..*"))
              .toList();
      assertEquals(List.of(), foreign);
    }
  }

  @Test
  void shouldImportNothingElseOfTheLake() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/platelake/lake/proof"))) {
      List<String> foreign =
          sources
              .filter(Files::isRegularFile)
              .flatMap(IndependenceTest::lines)
              .filter(line -> line.startsWith("import io.platelake."))
              .filter(line -> !line.contains("io.platelake.lake.proof."))
              .toList();
      assertEquals(List.of(), foreign);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
