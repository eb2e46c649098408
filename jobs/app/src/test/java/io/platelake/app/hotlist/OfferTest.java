package io.platelake.app.hotlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.platelake.core.hotlist.ListDefinition;
import java.nio.charset.StandardCharsets;
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
    String id = offer(DEFINITION, "a", 0).snapshotId("v-1");
    assertEquals(16, id.length());
    assertEquals(id, offer(DEFINITION, "a", 0).snapshotId("v-1"));
    assertNotEquals(id, offer(DEFINITION, "b", 0).snapshotId("v-1"));
    assertNotEquals(id, offer(DEFINITION, "a", 1).snapshotId("v-1"));
    assertNotEquals(id, offer(DEFINITION + "  state: state\n", "a", 0).snapshotId("v-1"));
    assertNotEquals(id, offer(DEFINITION, "a", 0).snapshotId("v-2"));
  }

  private static HotlistLoad.Offer offer(String definition, String content, long second) {
    return new HotlistLoad.Offer(
        ListDefinition.read(definition, "list.yaml"),
        definition,
        Instant.ofEpochSecond(second),
        "list.csv",
        content.getBytes(StandardCharsets.UTF_8));
  }
}
