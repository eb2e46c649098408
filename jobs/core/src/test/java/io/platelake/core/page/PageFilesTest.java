package io.platelake.core.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.core.feed.FeedDefinitionReader;
import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.hotlist.layout.RefusalCode;
import io.platelake.core.land.LandingReason;
import io.platelake.core.picture.PictureLoss;
import io.platelake.core.record.Reason;
import io.platelake.core.zone.GeoJsonZones;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PageFilesTest {
  private static final Path SCHEMAS = Path.of("..", "..", "schemas");

  @Test
  void shouldNotBeStale() throws IOException {
    for (Map.Entry<String, String> file : PageFiles.all().entrySet()) {
      assertEquals(
          Files.readString(SCHEMAS.resolve(file.getKey())),
          file.getValue(),
          "schemas/" + file.getKey() + " is stale: run `make schemas`");
    }
  }

  @Test
  void shouldExplainEveryKey() {
    assertSame(FeedDefinitionReader.KEYS, KeyMeanings.FEED.keySet());
    assertSame(ListDefinition.keys(), KeyMeanings.LIST.keySet());
    assertSame(GeoJsonZones.properties(), KeyMeanings.ZONE.keySet());
  }

  @Test
  void shouldExplainEveryReason() {
    assertEquals(Set.of(Reason.values()), ReasonMeanings.RECORDS.keySet());
    assertEquals(Set.of(LandingReason.values()), ReasonMeanings.LANDING.keySet());
    assertEquals(Set.of(RefusalCode.values()), ReasonMeanings.ENTRIES.keySet());
    assertEquals(Set.of(PictureLoss.values()), ReasonMeanings.PICTURES.keySet());
  }

  private static void assertSame(Collection<String> known, Set<String> explained) {
    assertEquals(new TreeSet<>(known), new TreeSet<>(List.copyOf(explained)));
  }
}
