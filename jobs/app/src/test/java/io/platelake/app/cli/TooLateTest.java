package io.platelake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan and an approval whose time is over. */
@Tag("lake")
class TooLateTest {
  @TempDir private static Path folder;
  private static WrongInput input;
  private static String plan;
  private static String release;

  @BeforeAll
  static void aLakeWithAPlanAndARelease() {
    input = WrongInput.in(folder);
    plan = done("purge", "plan").at("/details/plan_digest").asText();
    release =
        done(
                "extract",
                "request",
                "--agency",
                "city-2",
                "--product",
                "camera-hour",
                "--purpose",
                "traffic",
                "--window",
                "2026-06-01T00:00:00Z/2026-06-02T00:00:00Z",
                "--legal-basis",
                "study")
            .at("/details/release_id")
            .asText();
    CliRun approved =
        CliRun.by(
            "the-chief",
            input.lake(),
            WrongInput.NOW,
            "extract",
            "approve",
            release,
            "--role",
            "chief",
            "--expires",
            "2026-06-11T00:00:00Z");
    assertEquals(0, approved.code(), approved.all());
  }

  @Test
  void shouldRefuseAPlanThatIsTooOld() {
    input.assertSaid(
        3,
        "Plan of 2026-06-10T00:00:00Z: it was not made within the last purge interval before"
            + " 2026-06-11T00:00:01Z. Plan again.",
        "2026-06-11T00:00:01Z",
        "purge",
        "run",
        "--plan",
        plan);
    input.assertSaid(
        3,
        "it was not made within the last purge interval before 2026-06-09T00:00:00Z. Plan again.",
        "2026-06-09T00:00:00Z",
        "purge",
        "run",
        "--plan",
        plan);
  }

  @Test
  void shouldRefuseAnApprovalThatHasExpired() {
    String out = folder.resolve("extract").toString();
    input.assertSaid(
        3,
        "its approval expired at 2026-06-11T00:00:00Z. Have the chief approve it again.",
        "2026-06-11T00:00:00Z",
        "extract",
        "run",
        release,
        "--out",
        out);
    assertFalse(Files.exists(Path.of(out)), "no files");
  }

  private static JsonNode done(String... command) {
    List<String> args = new ArrayList<>(List.of("--json"));
    args.addAll(Arrays.asList(command));
    CliRun run = CliRun.at(input.lake(), WrongInput.NOW, args.toArray(String[]::new));
    assertEquals(0, run.code(), run.all());
    return run.record();
  }
}
