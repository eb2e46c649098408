package io.platelake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.CliRun;
import io.platelake.app.TestLake;
import io.platelake.lake.LakeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A lake and input files in one folder, and runs with something wrong: it is said in one line
 * (what, why, what to do), and changes nothing.
 *
 * @param folder of the files, with the lake in it
 */
public record WrongInput(Path folder) {
  public static final String NOW = "2026-06-10T00:00:00Z";

  /** Stands in every broken file; no message may repeat it. */
  static final String PLATE = "TST0001";

  /**
   * @param code exit code
   * @param said the message, without the path of the folder
   * @param args command; {@code @} stands for the folder
   */
  record Case(String name, int code, String said, List<String> args) {
    static Case of(String name, int code, String said, String command) {
      return new Case(name, code, said, List.of(command.split(" ")));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  public static WrongInput in(Path folder) {
    WrongInput input = new WrongInput(folder);
    TestLake.in(input.lake());
    return input;
  }

  public Path lake() {
    return folder.resolve("lake");
  }

  public String write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void assertSaid(Case wrong) {
    String[] args =
        wrong.args().stream().map(a -> a.replace("@", folder.toString())).toArray(String[]::new);
    assertSaid(wrong.code(), wrong.said(), NOW, args);
  }

  /** Runs a command on the lake, which stays as it is to the file. */
  void assertSaid(int code, String said, String asOf, String... command) {
    Map<String, Long> before = LakeFiles.of(lake());
    assertSaid(code, said, CliRun.at(lake(), asOf, command));
    assertEquals(before, LakeFiles.of(lake()), "nothing is half-written");
  }

  /** Progress aside, one line that names the command, or two with where to read more. */
  void assertSaid(int code, String said, CliRun run) {
    List<String> lines = run.err().lines().filter(l -> l.startsWith("platelake")).toList();
    assertEquals(1, lines.size(), run.all());
    String line = lines.get(0).replace(folder.toString(), "@");
    assertTrue(line.contains(said), () -> "said: " + line);
    assertEquals(code, run.code(), run.all());
    assertEquals("", run.out());
    assertFalse(run.all().contains(PLATE), run.all());
    assertFalse(run.all().contains("\tat "), run.all());
    assertFalse(run.all().contains("Exception"), run.all());
  }
}
