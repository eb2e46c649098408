package io.platelake.core.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.hotlist.layout.ListField;
import io.platelake.core.mapping.time.TimeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MappingPageTest {
  @Test
  void shouldNotBeStale() throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("schemas"))) {
      folder = folder.getParent();
    }
    assertEquals(
        Files.readString(folder.resolve("schemas/MAPPING.md")),
        MappingPage.page(),
        "schemas/MAPPING.md is stale: run `make schemas`");
  }

  @Test
  void shouldExplainEveryKeyOfAField() {
    Set<String> known = new TreeSet<>(SourceReader.KEYS);
    known.addAll(TimeReader.KEYS);
    assertEquals(known, new TreeSet<>(MappingPage.FIELD.keySet()));
  }

  @Test
  void shouldShowExamplesThatCanBeRead() {
    FeedDefinition feed = FeedDefinition.read(MappingPage.FEED, "feed.yaml");
    assertTrue(feed.mapping().fields().containsKey(MappedField.COLOR));
    ListDefinition list = ListDefinition.read(MappingPage.LIST, "list.yaml");
    assertTrue(list.layout().has(ListField.EXPIRES));
  }
}
