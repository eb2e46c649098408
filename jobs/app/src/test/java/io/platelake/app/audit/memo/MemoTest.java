package io.platelake.app.audit.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoTest {
  private static Memo memo(String value) {
    return new Memo(
        "2026-06",
        "city-2",
        "Policy of a city",
        "v-1",
        "Chief of Police",
        "Lieutenant of Professional Standards",
        Instant.parse("2026-07-02T00:00:00Z"),
        Instant.parse("2026-06-01T00:00:00Z"),
        Instant.parse("2026-07-01T00:00:00Z"),
        "429.8",
        List.of(
            new MemoSection(
                "Outcomes",
                "What was found.",
                List.of(new MemoFigure("Note", value, "audit_reviews")),
                List.of(
                    new MemoTable(
                        "Items",
                        "audit_samples",
                        List.of("no.", "search"),
                        List.of(List.of("1", value)))))));
  }

  @Test
  void shouldNameAuditorAndReviewer() {
    for (String text : List.of(markdown("x"), html("x"))) {
      assertTrue(text.contains("Lieutenant of Professional Standards"), text);
      assertTrue(text.contains("Chief of Police"), text);
      assertTrue(text.contains("Reviewer: ___"), "and has a place for both to sign");
    }
  }

  /** What people typed is text, in both forms. */
  @Test
  void shouldTakeNothingForMarkup() {
    String typed = "<script>x</script> | *a* [b](c)\nnew";
    assertFalse(html(typed).contains("<script>"), html(typed));
    String markdown = markdown(typed);
    assertFalse(markdown.contains("<script>"), markdown);
    assertTrue(
        markdown.contains("| 1 | &lt;script>x&lt;/script> \\| \\*a\\* \\[b](c) new |"), markdown);
  }

  @Test
  void shouldSayADenominatorWithEachShare() {
    assertEquals("1 of 8 (12.5 %)", MemoFigure.share("a", 1, 8, "t").value());
    assertEquals("none of 0", MemoFigure.share("a", 0, 0, "t").value());
    assertThrows(
        IllegalArgumentException.class,
        () -> new MemoTable("c", "s", List.of("a", "b"), List.of(List.of("1"))));
  }

  private static String markdown(String value) {
    return new String(MemoMarkdown.bytes(memo(value)), StandardCharsets.UTF_8);
  }

  private static String html(String value) {
    return new String(MemoPage.bytes(memo(value)), StandardCharsets.UTF_8);
  }
}
