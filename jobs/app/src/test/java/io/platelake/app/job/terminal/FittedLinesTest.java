package io.platelake.app.job.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables on a terminal. */
class FittedLinesTest {
  private static final List<String> TABLE =
      List.of("list          state     remark", "wa-stolen     stale     load a newer file");

  @Test
  void shouldLeaveATableThatFits() {
    assertEquals(TABLE, FittedLines.of(TABLE, 43));
  }

  @Test
  void shouldTakeBlankColumnsFirst() {
    assertEquals(
        List.of("list       state  remark", "wa-stolen  stale  load a newer file"),
        FittedLines.of(TABLE, 36));
  }

  @Test
  void shouldGoOnInTheNextLineWithoutLosingText() {
    assertEquals(
        List.of("list       state  remark", "wa-stolen  stale  load a", "    newer file"),
        FittedLines.of(TABLE, 24));
  }

  @Test
  void shouldKeepALongWordWhole() {
    String digest = "Digest " + "a".repeat(64);
    assertEquals(List.of("Digest", "    " + "a".repeat(64)), FittedLines.of(List.of(digest), 40));
  }
}
