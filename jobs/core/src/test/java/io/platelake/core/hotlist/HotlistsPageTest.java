package io.platelake.core.hotlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.format.RecordFormatReader;
import io.platelake.core.hotlist.layout.LayoutReader;
import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.hotlist.layout.ShippedLayouts;
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

class HotlistsPageTest {
  private static final Path SCHEMAS = schemas();

  static List<Sample> samples() {
    return Sample.all();
  }

  @Test
  void shouldNotBeStale() throws IOException {
    assertEquals(
        Files.readString(SCHEMAS.resolve("HOTLISTS.md")),
        HotlistsPage.of(Sample.all()),
        "schemas/HOTLISTS.md is stale: run `make schemas`");
  }

  @Test
  void shouldShowADefinitionThatCanBeRead() {
    ListDefinition list = ListDefinition.read(HotlistsPage.EXAMPLE, "example.yaml");
    assertEquals("us-ncic", list.layoutName());
    assertTrue(list.isForeign());
  }

  @Test
  void shouldListEveryLayout() throws IOException {
    try (Stream<Path> files = Files.list(SCHEMAS.resolve("hotlists"))) {
      assertEquals(
          ShippedLayouts.names(),
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml") && !name.equals("codes.yaml"))
              .map(name -> name.substring(0, name.length() - ".yaml".length()))
              .sorted()
              .toList(),
          "schemas/hotlists/index.txt lists every layout beside it, in alphabetical order");
    }
  }

  @Test
  void shouldExplainEveryKeyOfALayout() {
    Set<String> known = new TreeSet<>(LayoutReader.KEYS);
    known.addAll(RecordFormatReader.KEYS);
    Set<String> explained = new TreeSet<>(HotlistsPage.KEYS.keySet());
    explained.addAll(MappingPage.FORMAT.keySet());
    explained.addAll(MappingPage.RECORDS.keySet());
    assertEquals(known, explained);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldSayWhatALayoutIsProvenBy(Sample sample) {
    assertTrue(
        Set.of("layout only", "example of the documentation", "weak source", "incomplete")
            .contains(sample.keys().get("proof").text()),
        sample.name());
    boolean incomplete = sample.keys().get("proof").text().equals("incomplete");
    assertEquals(!incomplete, sample.keys().containsKey("fields"), sample.name());
  }

  private static Path schemas() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("schemas"))) {
      folder = folder.getParent();
    }
    return folder.resolve("schemas");
  }
}
