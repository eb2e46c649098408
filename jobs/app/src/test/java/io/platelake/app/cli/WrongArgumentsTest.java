package io.platelake.app.cli;

import static io.platelake.app.cli.WrongInput.Case.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.CliRun;
import io.platelake.app.cli.WrongInput.Case;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands, options and names that are not there, or not of the form they have to be. */
@Tag("lake")
class WrongArgumentsTest {
  @TempDir private static Path folder;
  private static WrongInput input;

  @BeforeAll
  static void makeLake() {
    input = WrongInput.in(folder);
  }

  static Stream<Case> wrong() {
    return Stream.of(
        of("unknown command", 2, "platelake: no such command.", "fly"),
        of("unknown subcommand", 2, "platelake purge: no such command.", "purge everything"),
        of("unknown option", 2, "platelake status: it has no option --fast.", "status --fast"),
        of(
            "argument too many",
            2,
            "platelake status: word 8 after platelake is no option, and the command takes only"
                + " options. Remove it, or put the option before it whose value it is.",
            "status TST0001"),
        of(
            "no subcommand",
            2,
            "platelake hold: say what to do: open, check, close, export, list.",
            "hold"),
        of("missing option", 2, "platelake land: --feed=FILE is missing.", "land @/x"),
        of("missing parameter", 2, "platelake land: PATH is missing.", "land --feed @/feed.yaml"),
        of(
            "unknown agency",
            3,
            "Agency city-9: no policy is in force at 2026-06-10T00:00:00Z. Correct the id: this"
                + " lake has city-2. A new agency starts with: platelake init --agency city-9",
            "zones check --agency city-9"),
        of(
            "unknown hold",
            2,
            "Hold h-9: no such hold. See: platelake hold list",
            "hold close h-9 --authority order"),
        of(
            "hit that is no number",
            2,
            "--hit: not a whole number. Write digits only.",
            "hits suppress --hit TST0001 --reason other --until 2026-07-01"),
        of(
            "unknown hit",
            2,
            "Hit 5: this hit does not exist, or it has been purged. Find ids with:"
                + " platelake hits list --agency ID --window FROM/TO",
            "hits suppress --hit 5 --reason other --until 2026-07-01"),
        of(
            "notice of two things",
            2,
            "--read, --entry, --hit: 2 of them are given. Give exactly one.",
            "hits notice --read 1 --hit 5 --out @/notice.csv"),
        of(
            "id in capitals",
            2,
            "--agency: not an id. Use 1 to 63 lower-case letters, digits, - or _, starting with a"
                + " letter or digit.",
            "cameras load --agency CITY @/cameras.csv"),
        of(
            "no window",
            2,
            "--window: not two instants with / between them. Write it as"
                + " 2026-06-01T00:00:00Z/2026-06-02T00:00:00Z.",
            "match --window yesterday"),
        of(
            "window reversed",
            2,
            "--window: it ends at or before it starts. Put the earlier instant first.",
            "match --window 2026-06-02T00:00:00Z/2026-06-01T00:00:00Z"),
        of(
            "unknown plan",
            2,
            "--plan: no plan with this digest is in the ledger. Make one with: platelake purge"
                + " plan",
            "purge run --plan 0123abcd"),
        of(
            "unknown plan to verify",
            2,
            "--plan: no plan with this digest is in the ledger. Make one with: platelake purge"
                + " plan",
            "purge verify --plan 0123abcd"),
        of(
            "unknown release",
            2,
            "RELEASE: no such release at 2026-06-10T00:00:00Z. See: platelake extract list",
            "extract run r-none --out @/out"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void shouldSayWhatIsWrongAndChangeNothing(Case wrong) {
    input.assertSaid(wrong);
  }

  @Test
  void shouldShowHelpAndVersionWithoutALake() {
    CliRun help = CliRun.of("help", "purge", "plan");
    assertEquals(0, help.code(), help.all());
    assertTrue(help.out().contains("platelake purge plan"), help.all());
    assertEquals(2, CliRun.of("help", "no-such-command").code());
    CliRun version = CliRun.of("--version");
    assertEquals(0, version.code(), version.all());
    assertTrue(
        version.out().lines().toList().get(0).matches("platelake [0-9]+\\.[0-9]+.*"),
        version.out());
  }

  @Test
  void shouldNeedALakeAndAnInstant() {
    String nowhere = folder.resolve("nowhere").toString();
    input.assertSaid(
        2,
        "No lake at @/nowhere: its tables are missing. Correct --lake, or create it with: platelake"
            + " --lake @/nowhere init",
        CliRun.of("--lake", nowhere, "status"));
    assertFalse(Files.exists(Path.of(nowhere)), "no lake is made by asking for one");
    input.assertSaid(
        2,
        "No lake: neither --lake nor PLATELAKE_LAKE is set. Add --lake with its root folder.",
        CliRun.of("--lake", " ", "status"));
    input.assertSaid(
        2,
        "--as-of: not an instant with a zone. Write it as 2026-06-30T02:00:00Z.",
        CliRun.of("--lake", input.lake().toString(), "--as-of", "noon", "status"));
    input.assertSaid(
        2,
        "--conf @/c: not a readable properties file. Give a file of key=value lines.",
        CliRun.of(
            "--lake", input.lake().toString(), "--conf", folder.resolve("c").toString(), "status"));
  }
}
