package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.format.RecordFormatReader;
import io.platelake.core.mapping.FileMappingReader;
import io.platelake.core.mapping.MappingPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeedsPageTest {
  private static final Path SCHEMAS = schemas();

  static List<Maker> makers() {
    return Maker.all();
  }

  @Test
  void shouldNotBeStale() throws IOException {
    assertEquals(
        Files.readString(SCHEMAS.resolve("FEEDS.md")),
        FeedsPage.of(Maker.all()),
        "schemas/FEEDS.md is stale: run `make schemas`");
  }

  @Test
  void shouldListEveryDefinition() throws IOException {
    try (Stream<Path> files = Files.list(SCHEMAS.resolve("feeds"))) {
      assertEquals(
          MakerFormats.names(),
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .map(name -> name.substring(0, name.length() - ".yaml".length()))
              .sorted()
              .toList(),
          "schemas/feeds/index.txt lists every file beside it, in alphabetical order");
    }
  }

  @Test
  void shouldExplainEveryKeyOfAMapping() {
    Set<String> known = new TreeSet<>(FileMappingReader.KEYS);
    known.addAll(RecordFormatReader.KEYS);
    Set<String> explained = new TreeSet<>(FeedsPage.KEYS.keySet());
    explained.addAll(MappingPage.FORMAT.keySet());
    explained.addAll(MappingPage.RECORDS.keySet());
    assertEquals(known, explained);
  }

  @ParameterizedTest
  @MethodSource("makers")
  void shouldKnowEveryKeyOfADefinition(Maker maker) {
    Set<String> known =
        Set.of(
            "title",
            "proof",
            "page",
            "needs",
            "time",
            "confidence",
            "traps",
            "confidence_scale",
            "state_prefix",
            "fields",
            "mapping");
    assertTrue(known.containsAll(maker.keys().keySet()), maker.name());
    assertFalse(MakersPage.of(maker).words().isEmpty(), maker.name());
    assertEquals(FeedAdapter.isJava(maker.name()), !maker.keys().containsKey("mapping"));
    assertTrue(
        Set.of("real payload", "example of the documentation", "layout only")
            .contains(maker.keys().get("proof").text()),
        maker.name());
  }

  private static Path schemas() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("schemas"))) {
      folder = folder.getParent();
    }
    return folder.resolve("schemas");
  }
}
