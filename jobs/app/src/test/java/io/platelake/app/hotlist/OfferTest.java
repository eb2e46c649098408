package io.platelake.app.hotlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.list.Decision;
import io.platelake.core.list.Decisions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private static final Instant SECOND = Instant.ofEpochSecond(1);
  private static final Decisions NONE = new Decisions(List.of(), SECOND);

  @Test
  void shouldBeOneSnapshotPerFileTimeDefinitionAndPolicy() {
    String id = offer(DEFINITION, 0).snapshotId("a", "v-1", NONE);
    assertEquals(16, id.length());
    assertEquals(id, offer(DEFINITION, 0).snapshotId("a", "v-1", NONE));
    assertNotEquals(id, offer(DEFINITION, 0).snapshotId("b", "v-1", NONE));
    assertNotEquals(id, offer(DEFINITION, 1).snapshotId("a", "v-1", NONE));
    assertNotEquals(id, offer(DEFINITION + "  state: state\n", 0).snapshotId("a", "v-1", NONE));
    assertNotEquals(id, offer(DEFINITION, 0).snapshotId("a", "v-2", NONE));
  }

  @Test
  void shouldBeAnotherSnapshotOnceAnEntryWasTakenOutOrLetInAgain() {
    Decision out =
        new Decision(
            "stolen",
            "city-2",
            Decision.Kind.WITHDRAW,
            new Decision.OneEntry(7),
            Optional.empty(),
            "m",
            SECOND,
            "tester");
    Decision in =
        new Decision(
            "stolen",
            "city-2",
            Decision.Kind.APPROVE,
            new Decision.OneEntry(7),
            Optional.empty(),
            "m",
            SECOND.plusSeconds(1),
            "tester");
    Set<String> ids = new HashSet<>();
    for (List<Decision> taken : List.of(List.<Decision>of(), List.of(out), List.of(out, in))) {
      Decisions decisions = new Decisions(taken, SECOND.plusSeconds(9));
      ids.add(offer(DEFINITION, 0).snapshotId("a", "v-1", decisions));
    }
    assertEquals(3, ids.size());
  }

  private static HotlistLoad.Offer offer(String definition, long second) {
    return new HotlistLoad.Offer(
        ListDefinition.read(definition, "list.yaml"),
        definition,
        Instant.ofEpochSecond(second),
        Path.of("list.csv"));
  }
}
