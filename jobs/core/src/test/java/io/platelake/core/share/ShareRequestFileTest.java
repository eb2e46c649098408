package io.platelake.core.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShareRequestFileTest {
  private static final String WHOLE =
      """
      id: share-1
      agency: city-2
      basis: court_order
      recipient: county-da
      data: alpr
      received_at: 2026-06-14T09:00:00Z
      need: trial of a burglary
      consideration: none
      items:
        legal_document: warrant 26-2-00123
      """;

  @Test
  void shouldReadAWholeRequest() {
    ShareRequest request = ShareRequestFile.read(WHOLE, "r.yaml");
    assertEquals("county-da", request.recipient());
    assertEquals("warrant 26-2-00123", request.items().get("legal_document"));
    assertEquals(Optional.empty(), request.direct());
    assertTrue(
        ShareRequestFile.read(WHOLE + "direct_access: true\ngrant: x.outside g-1\n", "r.yaml")
            .direct()
            .isPresent());
  }

  @Test
  void shouldNameEveryMistakeWithItsPlace() {
    assertSays("", "id: Share 1", "id: share-1", "is not an id");
    assertSays("", "data: plates", "data: alpr", "line 5");
    assertSays("", "received_at: yesterday", "received_at: 2026-06-14T09:00:00Z", "no");
    assertSays("price: 3\n", "", "", "price");
    assertSays("grant: x g-1\n", "", "", "for direct access only");
    assertSays("", "", "consideration: none\n", "consideration");
  }

  private static void assertSays(String more, String wrong, String right, String says) {
    String text = (right.isEmpty() ? WHOLE : WHOLE.replace(right, wrong)) + more;
    BadInput bad = assertThrows(BadInput.class, () -> ShareRequestFile.read(text, "r.yaml"));
    assertTrue(bad.getMessage().contains(says), bad.getMessage());
  }
}
