package io.platelake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@code bin/platelake} hands to a cluster. The jars are empty, and {@code spark-submit} and
 * {@code java} write down their arguments only.
 */
@Tag("process")
class SubmitTest {
  private static final Path ROOT = Path.of(System.getProperty("basedir", "."), "..", "..");

  /** A path that once emptied the list of jars. */
  @TempDir private Path folder;

  private Path install;
  private Path spark;
  private Path said;

  @BeforeEach
  void install() throws IOException {
    install = folder.toRealPath().resolve("spark-4.2/scala-2/platelake");
    spark = folder.resolve("spark");
    said = folder.resolve("said.txt");
    copy("bin/platelake");
    copy("deploy/local/jvm.options");
    Path target = install.resolve("jobs/app/target");
    touch(target.resolve("platelake.jar"));
    touch(target.resolve("lib/jackson-core-2.21.2.jar"));
    touch(target.resolve("lib/delta-spark_4.2_2.13-4.4.0.jar"));
    touch(target.resolve("lib/spark-core_2.13-4.2.0.jar"));
    touch(target.resolve("lib/platelake-lake-0.1.0-SNAPSHOT.jar"));
    touch(spark.resolve("jars/jackson-core-2.21.1.jar"));
    touch(spark.resolve("jars/spark-core_2.13-4.2.0.jar"));
    script(spark.resolve("bin/spark-submit"), "submit", 4);
    script(folder.resolve("jdk/bin/java"), "java", 3);
  }

  @ParameterizedTest
  @CsvSource({
    "status, java, 3",
    "--master spark://h:1 status, submit, 4",
    "--master spark://h:1 --help, java, 3",
    "--master spark://h:1 land --help, java, 3",
    "--master spark://h:1 policy validate p.yaml, java, 3",
    "--master spark://h:1 --lake /l hold check h.yaml, java, 3",
    "--master spark://h:1 --lake /l register load, submit, 4",
    "--master spark://h:1, java, 3",
    "--driver-memory 1g status, '', 2",
    "--master, '', 2",
    "--master spark://h:1 --deploy-mode other status, '', 2",
    "--master spark://h:1 --spark-conf spark.authenticate.secret=s status, '', 2",
    "--master spark://h:1 --deploy-mode cluster status, '', 2",
    "--master spark://h:1 --deploy-mode cluster --lake here status, '', 2",
  })
  void shouldGoToAClusterOnlyWhenAskedTo(String args, String starts, int code) throws Exception {
    assertEquals(code, run(args.split(" ")));
    assertEquals(
        starts,
        Files.exists(said) ? Files.readAllLines(said).get(0).strip() : "",
        "who is started");
  }

  @Test
  void shouldSendTheMissingJarsAndPassSettingsOn() throws Exception {
    run(
        "--master spark://h:1 --executor-memory 3g --spark-conf spark.a=b --lake /l land f"
            .split(" "));
    String lib = "file://" + install + "/jobs/app/target/lib/";
    List<String> words = Files.readAllLines(said);
    assertEquals(
        lib + "delta-spark_4.2_2.13-4.4.0.jar," + lib + "platelake-lake-0.1.0-SNAPSHOT.jar",
        after("--jars", words));
    assertEquals("3g", after("--executor-memory", words));
    assertEquals("client", after("--deploy-mode", words));
    assertEquals(1, words.stream().filter("spark.a=b"::equals).count());
    assertEquals(
        List.of("--lake", "/l", "land", "f"), words.subList(words.size() - 4, words.size()));
  }

  @Test
  void shouldTakeTheEndFromTheResultOfADriverElsewhere() throws Exception {
    assertEquals(
        3,
        run(
            "--master spark://h:1 --deploy-mode cluster --jars-at s3a://jars --lake s3a://l status"
                .split(" ")));
    List<String> words = Files.readAllLines(said);
    assertEquals("s3a://jars/delta-spark_4.2_2.13-4.4.0.jar", after("--jars", words).split(",")[0]);
    String result = after("--result", words);
    assertTrue(result.matches("s3a://l\\.results/[0-9a-f]{32}\\.json"), result);
    assertEquals(result, words.get(words.size() - 1), "what the second process reads");
    assertEquals("io.platelake.app.cli.ClusterEnd", words.get(words.size() - 2));
  }

  private int run(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(install.resolve("bin/platelake").toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SPARK_HOME", spark.toString());
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().remove("PLATELAKE_LAKE");
    builder.environment().remove("PLATELAKE_SUBMIT");
    Process process = builder.redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }

  private static String after(String option, List<String> words) {
    return words.get(words.indexOf(option) + 1);
  }

  private void copy(String name) throws IOException {
    Files.createDirectories(install.resolve(name).getParent());
    Files.copy(ROOT.resolve(name), install.resolve(name));
  }

  private static void touch(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.createFile(file);
  }

  /** A program that adds its name and arguments to a file, one a line. */
  private void script(Path file, String name, int code) throws IOException {
    touch(file);
    Files.writeString(
        file,
        "#!/bin/sh\nprintf '%s\\n' " + name + " \"$@\" >>'" + said + "'\nexit " + code + "\n",
        StandardCharsets.UTF_8);
    file.toFile().setExecutable(true);
  }
}
