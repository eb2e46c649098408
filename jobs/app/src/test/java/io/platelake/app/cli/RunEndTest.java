package io.platelake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunEndTest {
  @TempDir private Path folder;

  @Test
  void shouldBeTakenOnceAndLeaveNoFile() throws IOException {
    RunEnd end = new RunEnd(4, "{\"job\":\"status\"}\n", List.of("platelake status: überfällig"));
    String uri = folder.resolve("runs/one.json").toUri().toString();
    end.write(uri);
    assertEquals(Optional.of(end), RunEnd.take(uri));
    assertEquals(Optional.empty(), RunEnd.take(uri));
    try (Stream<Path> left = Files.list(folder.resolve("runs"))) {
      assertEquals(List.of(), left.toList());
    }
  }
}
