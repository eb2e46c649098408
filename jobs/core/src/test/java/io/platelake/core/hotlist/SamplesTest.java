package io.platelake.core.hotlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.platelake.core.hotlist.layout.ShippedLayouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every layout's sample gives exactly the outcomes that stand beside it. */
class SamplesTest {

  static List<Sample> samples() {
    return Sample.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldGiveWhatIsExpected(Sample sample) {
    assertEquals(
        String.join("\n", sample.expected().stream().map(Map.Entry::getValue).toList()),
        String.join("\n", sample.outcomes()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldSayWhatEachOutcomeShows(Sample sample) {
    sample.expected().forEach(e -> assertFalse(e.getKey().isBlank(), sample.name()));
  }

  @Test
  void shouldListEveryFolder() throws IOException {
    Path folder = Sample.of("us-ncic").folder().getParent();
    try (Stream<Path> folders = Files.list(folder)) {
      assertEquals(
          ShippedLayouts.names(),
          folders.map(path -> path.getFileName().toString()).sorted().toList());
    }
  }
}
