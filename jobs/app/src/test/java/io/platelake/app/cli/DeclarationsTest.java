package io.platelake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.app.TestLake;
import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.table.Lake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What jobs declare to the purpose wall, and what happens when it says no. */
@Tag("lake")
class DeclarationsTest {
  private static final Path MODULES = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path folder;

  /** Somebody who adds a job here has decided that the law orders it over all purposes. */
  @Test
  void shouldKnowEveryJobThatReadsMoreThanThePurposeItServes() throws IOException {
    assertEquals(
        List.of(
            "app/care/TableCare.java",
            "app/compact/CompactCommand.java",
            "app/compact/MigrateCommand.java",
            "app/facts/FactsCommand.java",
            // A text of a ledger stays when reads of any purpose go: none of them may be in it.
            "app/job/FreeText.java",
            "app/policy/PolicyImpactCommand.java",
            "app/policy/RowsWithoutRule.java",
            "app/purge/plan/PurgePlanCommand.java",
            "app/purge/run/PurgeRunCommand.java",
            "app/status/StatusCommand.java",
            "city/demo/DemoMonth.java"),
        filesWith(".forDuty("));
    assertEquals(List.of("app/research/ExtractRunCommand.java"), filesWith(".withBasis("));
    assertEquals(List.of(), filesWith("Passes."));
  }

  @Test
  void shouldEndWithThreeWhenTheWallRefuses() throws IOException {
    TestLake.in(folder);
    Lake lake = Lake.at(TestSpark.session(), folder.toString(), Contracts.load());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        Main.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            lake.serving("criminal").spark(),
            "--lake",
            folder.toString(),
            "--as-of",
            "2026-06-02T00:00:00Z",
            "--json",
            "status");
    assertEquals(3, code);
    String message =
        new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8)).get("message").asText();
    assertTrue(message.contains("serves purpose criminal"), message);
  }

  /**
   * A permission is not enough: people act for agencies. Somebody who adds a command says which.
   */
  @Test
  void shouldKnowEveryCommandThatActsForAllAgencies() throws IOException {
    List<String> all = filesWith("needs = ");
    all.removeAll(filesWith(".requireAgency("));
    all.removeAll(filesWith("::requireAgency"));
    all.removeAll(filesWith(".requireOffice("));
    all.removeAll(filesWith("LoggedReading.begin("));
    all.removeAll(filesWith("scope.policy(job)"));
    all.removeAll(filesWith("logged = true"));
    assertEquals(
        List.of(
            "app/compact/CompactCommand.java",
            "app/compact/MigrateCommand.java",
            "app/facts/FactsCommand.java",
            "app/init/InitCommand.java",
            "app/match/MatchCommand.java",
            "app/night/NightCommand.java",
            "app/pass/PassesCommand.java",
            "app/purge/plan/PurgePlanCommand.java",
            "app/purge/run/PurgeRunCommand.java",
            "app/purge/verify/PurgeVerifyCommand.java"),
        all);
  }

  private static List<String> filesWith(String text) throws IOException {
    List<String> found = new ArrayList<>();
    for (String module : List.of("app", "city")) {
      Path sources = MODULES.resolve(module).resolve("src/main/java/io/platelake");
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(f -> f.toString().endsWith(".java") && read(f).contains(text))
            .map(f -> sources.relativize(f).toString())
            .sorted()
            .forEach(found::add);
      }
    }
    return found;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
