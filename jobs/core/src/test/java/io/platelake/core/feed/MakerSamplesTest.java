package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every maker's samples give exactly the outcomes that stand beside them. */
class MakerSamplesTest {

  static List<Maker> makers() {
    return Maker.all();
  }

  @ParameterizedTest
  @MethodSource("makers")
  void shouldGiveWhatIsExpected(Maker maker) {
    assertEquals(
        String.join("\n", maker.expected().stream().map(Map.Entry::getValue).toList()),
        String.join("\n", maker.outcomes()));
  }

  @ParameterizedTest
  @MethodSource("makers")
  void shouldSayWhatEachOutcomeShows(Maker maker) {
    maker.expected().forEach(e -> assertFalse(e.getKey().isBlank(), maker.name()));
  }

  @ParameterizedTest
  @MethodSource("makers")
  void shouldTravelToWorkers(Maker maker) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(maker.feed());
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertEquals(maker.feed(), in.readObject());
    }
  }

  @Test
  void shouldListEveryMakersFile() throws IOException {
    Path folder = Maker.of("axis").folder().getParent();
    try (Stream<Path> folders = Files.list(folder)) {
      assertEquals(
          MakerFormats.names(),
          folders.map(path -> path.getFileName().toString()).sorted().toList());
    }
  }
}
