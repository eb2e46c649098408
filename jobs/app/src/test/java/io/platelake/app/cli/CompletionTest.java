package io.platelake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands that need no lake, run without Spark. */
class CompletionTest {

  @Test
  void shouldCompleteEveryCommand() {
    String script = out("completion");
    List<String> lists =
        script.lines().filter(line -> line.strip().startsWith("local commands=")).toList();
    HelpTest.commands()
        .filter(name -> !name.isEmpty())
        .map(name -> name.substring(name.lastIndexOf(' ') + 1))
        .forEach(
            word ->
                assertTrue(
                    lists.stream()
                        .anyMatch(list -> Arrays.asList(list.split("[\" =]+")).contains(word)),
                    word));
  }

  @Test
  void shouldPrintNothingWhenItIsToldToBeQuiet() {
    assertEquals("", out("--quiet", "completion"));
  }

  @Test
  void shouldSayThatAnInstallHasNoMadeUpCity() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertEquals(2, Main.run(new PrintStream(new ByteArrayOutputStream()), null, "demo"));
    } finally {
      System.setErr(before);
    }
    String message = said.toString(StandardCharsets.UTF_8);
    assertTrue(message.contains("no made-up city"), message);
  }

  private static String out(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertEquals(0, Main.run(new PrintStream(out, true, StandardCharsets.UTF_8), null, args));
    return out.toString(StandardCharsets.UTF_8);
  }
}
