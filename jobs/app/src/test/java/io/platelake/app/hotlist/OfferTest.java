package io.platelake.app.hotlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.platelake.core.hotlist.ListDefinition;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OfferTest {
  private static final String DEFINITION =
      """
      id: stolen
      agency: city-2
      purpose: criminal
      source: wa_dol
      format: csv
      columns:
        plate: plate
      """;

  @Test
  void shouldBeOneSnapshotPerFileTimeDefinitionAndPolicy() {
    String id = offer(DEFINITION, 0).snapshotId("a", "v-1");
    assertEquals(16, id.length());
    assertEquals(id, offer(DEFINITION, 0).snapshotId("a", "v-1"));
    assertNotEquals(id, offer(DEFINITION, 0).snapshotId("b", "v-1"));
    assertNotEquals(id, offer(DEFINITION, 1).snapshotId("a", "v-1"));
    assertNotEquals(id, offer(DEFINITION + "  state: state\n", 0).snapshotId("a", "v-1"));
    assertNotEquals(id, offer(DEFINITION, 0).snapshotId("a", "v-2"));
  }

  private static HotlistLoad.Offer offer(String definition, long second) {
    return new HotlistLoad.Offer(
        ListDefinition.read(definition, "list.yaml"),
        definition,
        Instant.ofEpochSecond(second),
        Path.of("list.csv"));
  }
}
