package io.platelake.app.job.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Progress on a terminal of 50 columns. */
class ProgressBarTest {
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final Progress bar =
      new ProgressBar(new PrintStream(shown, true, StandardCharsets.UTF_8), "compact", 50);

  @Test
  void shouldDrawStepsOverTheLineBefore() {
    bar.say("starting Spark");
    bar.step(1, 4, "rewriting reads");
    bar.end();
    assertEquals(
        "\r\033[Kcompact: starting Spark"
            + "\r\033[Kcompact [#####...............] 1/4 rewriting read"
            + "\r\033[K",
        shown.toString(StandardCharsets.UTF_8));
  }

  @Test
  void shouldCountTheStepsOfAPartAmongThoseOfAllParts() {
    Progress third = bar.part(2, 4);
    third.step(1, 5, "writing reads");
    third.say("1 file(s) changed");
    assertEquals(
        "\r\033[Kcompact [###########.........] 11/20 writing read"
            + "\r\033[Kcompact: 1 file(s) changed",
        shown.toString(StandardCharsets.UTF_8));
  }
}
