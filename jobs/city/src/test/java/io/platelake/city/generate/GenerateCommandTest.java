package io.platelake.city.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GenerateCommandTest {
  @TempDir private Path folder;

  private final StringWriter messages = new StringWriter();

  @Test
  void shouldWriteACityAndSayWhere() {
    Path out = folder.resolve("city");
    int exit =
        run(
            "--out",
            out.toString(),
            "--reads",
            "1000",
            "--days",
            "1",
            "--start",
            "2026-03-02",
            "--seed",
            "3",
            "--agency",
            "city-9",
            "--vehicles",
            "300",
            "--no-truth",
            "--feeds",
            "openalpr,csv");
    assertEquals(0, exit);
    assertTrue(messages.toString().matches("(?s)1\\d{3} records in \\d files written to .*"));
    assertTrue(Files.exists(out.resolve("feeds/openalpr.yaml")));
    assertFalse(Files.exists(out.resolve("feeds/platerecognizer.yaml")));
    assertFalse(Files.exists(out.resolve("truth.jsonl")));
    assertTrue(Files.exists(out.resolve("summary.json")));
  }

  @Test
  void shouldWriteTheTruthUnlessToldNotTo() {
    Path out = folder.resolve("city");
    assertEquals(
        0, run("--out", out.toString(), "--reads", "10", "--days", "1", "--start", "2026-03-02"));
    assertTrue(Files.exists(out.resolve("truth.jsonl")));
  }

  @Test
  void shouldRefuseUnknownFeedsAndMissingFiles() {
    String[] right = {
      "--out",
      folder.resolve("x").toString(),
      "--reads",
      "10",
      "--days",
      "1",
      "--start",
      "2026-03-02"
    };
    assertEquals("option --feeds", refusal(right, "--feeds", "flock"));
    assertEquals("file none.geojson", refusal(right, "--zones", "none.geojson"));
    assertFalse(Files.exists(folder.resolve("x")), "nothing is half-written");
  }

  private String refusal(String[] right, String option, String value) {
    String[] all = Arrays.copyOf(right, right.length + 2);
    all[right.length] = option;
    all[right.length + 1] = value;
    String[] what = {""};
    CommandLine line = new CommandLine(new GenerateCommand());
    line.setExecutionExceptionHandler(
        (e, command, result) -> {
          what[0] = e instanceof BadInput ? e.getMessage().split(":")[0] : e.toString();
          return 2;
        });
    assertEquals(2, line.execute(all));
    return what[0];
  }

  private int run(String... arguments) {
    return new CommandLine(new GenerateCommand())
        .setErr(new PrintWriter(messages, true))
        .execute(arguments);
  }
}
