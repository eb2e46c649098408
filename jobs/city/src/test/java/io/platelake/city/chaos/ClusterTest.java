package io.platelake.city.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.app.CliRun;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands on a cluster end as they end without one, and leave no plate on its machines. */
@Tag("long")
@Tag("process")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterTest {
  private static final String FEED = StandaloneCluster.ROOT + "/deploy/runbooks/first-feed/";
  private static final String POLICY = StandaloneCluster.ROOT + "/schemas/policies/wa-city.yaml";

  /** Instant and command of each step; the digest is that of the last plan. */
  private static final List<String> STEPS =
      List.of(
          "2026-06-11T08:00:00Z init --agency city-2 --policy POLICY",
          "2026-06-11T08:00:00Z cameras load --agency city-2 FEEDcameras.csv",
          "2026-06-11T08:00:00Z zones load --agency city-2 FEEDplaces.geojson",
          "2026-06-11T08:00:00Z land --feed FEEDnorth.yaml FEEDday.txt",
          "2026-06-11T08:30:00Z hotlist load --list FEEDstolen.yaml"
              + " --source-time 2026-06-11T06:00:00Z FEEDstolen.csv",
          "2026-06-11T09:00:00Z match --window 2026-06-10T00:00:00Z/2026-06-11T00:00:00Z",
          "2026-06-11T09:00:00Z passes --window 2026-06-10T00:00:00Z/2026-06-11T00:00:00Z",
          "2026-06-11T09:30:00Z facts --window 2026-06-10T00:00:00Z/2026-06-11T00:00:00Z",
          "2026-07-01T09:00:00Z purge plan",
          "2026-07-01T09:05:00Z purge run --plan 0000000000000000",
          "2026-07-01T09:10:00Z purge run --plan DIGEST --accept-unusual first-purge",
          "2026-07-01T09:20:00Z purge verify --plan DIGEST",
          "2026-07-01T09:30:00Z status",
          "2026-07-01T09:30:00Z land --feed FEEDmissing.yaml FEEDday.txt");

  @TempDir private static Path folder;
  private static StandaloneCluster cluster;

  /** Plates that the cluster has seen. */
  private static final Set<String> NEEDLES = new TreeSet<>(Set.of("TST000"));

  private static final List<JsonNode> ALONE = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    cluster = new StandaloneCluster(folder.resolve("spark-4-cluster"));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    cluster.stop();
  }

  @Order(1)
  @ParameterizedTest
  @ValueSource(strings = {"client", "cluster"})
  void shouldEndEachCommandAsWithoutACluster(String mode) throws Exception {
    Path lake = folder.resolve(mode);
    // The driver of a cluster may run anywhere, so its inputs are in a storage.
    String storage = mode.equals("cluster") ? "file://" : "";
    List<String> wrong = new ArrayList<>();
    String digest = "";
    for (int i = 0; i < STEPS.size(); i++) {
      long started = System.nanoTime();
      StandaloneCluster.End end =
          cluster.run(mode, line -> {}, args(STEPS.get(i), lake, digest, storage));
      JsonNode expected = alone().get(i);
      int code = expected.get("exit_code").asInt();
      String job = expected.get("job").asText();
      System.out.printf(
          "%-8s %-14s exit %d, %d s%n",
          mode, job, end.code(), (System.nanoTime() - started) / 1_000_000_000);
      JsonNode record = end.out().isBlank() ? null : new ObjectMapper().readTree(end.out());
      if (end.code() != code
          || record == null
          || record.get("exit_code").asInt() != code
          || !expected.get("counts").equals(record.get("counts"))) {
        wrong.add(job + ": " + end + ", expected " + expected);
      }
      digest = record == null ? digest : digest(record, digest);
      end.err().stream()
          .filter(line -> line.matches("(?s).*(INFO|WARN|ERROR) [A-Z].*"))
          .forEach(line -> wrong.add(job + " is not quiet: " + line));
    }
    assertEquals(List.of(), wrong);
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(
          List.of(),
          left.filter(f -> f.toString().endsWith(".results"))
              .flatMap(f -> Stream.of(f.toFile().list()))
              .toList(),
          "results that stay");
    }
  }

  @Order(2)
  @Test
  void shouldLeaveTheSameTablesWhenAWorkerIsKilled() throws Exception {
    String city = folder.resolve("city").toString();
    CliRun generated =
        CliRun.of(
            ("generate --reads 2000 --days 1 --start 2026-06-01 --feeds openalpr --out " + city)
                .split(" "));
    assertEquals(0, generated.code(), generated.err());
    List<String> steps =
        List.of(
            "2026-06-01T00:00:00Z init --agency city-2 --policy POLICY",
            "2026-06-01T00:00:00Z cameras load --agency city-2 " + city + "/cameras.csv",
            "2026-06-01T00:00:00Z zones load --agency city-2 " + city + "/zones.geojson");
    Path whole = folder.resolve("whole");
    Path hurt = folder.resolve("hurt");
    for (Path lake : List.of(whole, hurt)) {
      for (String step : steps) {
        assertEquals(0, CliRun.of(args(step, lake, "", "")).code(), step);
      }
    }
    plates(Path.of(city, "raw"));
    String land =
        "2026-06-03T08:00:00Z land --feed " + city + "/feeds/openalpr.yaml " + city + "/raw";
    CliRun expected = CliRun.of(args(land, whole, "", ""));
    AtomicBoolean killed = new AtomicBoolean();
    List<String> commands = new ArrayList<>();
    StandaloneCluster.End end =
        cluster.run(
            "client",
            line -> {
              if (line.contains("landing batch") && killed.compareAndSet(false, true)) {
                ProcessHandle.allProcesses()
                    .forEach(p -> p.info().commandLine().ifPresent(commands::add));
                cluster.killWorker(2);
              }
            },
            args(land, hurt, "", ""));
    assertTrue(killed.get(), () -> "no worker was killed: " + end);
    assertEquals(expected.code(), end.code(), () -> end.toString());
    assertEquals(
        List.of(), Content.differences(Content.of(whole), Content.of(hurt)), "the tables differ");
    String secret = cluster.secret();
    assertFalse(commands.stream().anyMatch(c -> c.contains(secret)), "secret in an argument");
  }

  @Order(3)
  @Test
  void shouldLeaveNoPlateOnTheMachines() throws IOException {
    assertTrue(NEEDLES.size() > 1, "no plates to look for");
    List<String> found = new ArrayList<>();
    List<Path> files = cluster.files();
    assertTrue(files.stream().anyMatch(f -> f.endsWith("stderr")), "no logs of executors");
    for (Path file : files) {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      NEEDLES.stream().filter(bytes::contains).forEach(n -> found.add(file + " has " + n));
      if (bytes.contains(cluster.secret())) {
        found.add(file + " has the secret");
      }
    }
    assertEquals(List.of(), found);
  }

  @Order(4)
  @Test
  void shouldAnswerNobodyWithoutAToken() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(cluster.page())).build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(403, answer.statusCode());
  }

  /** Takes over the plates of raw files; shorter ones could be part of other words. */
  private static void plates(Path raw) throws IOException {
    Pattern plate =
        Pattern.compile("\"plate\"\\s*:\\s*\"(?=[^\"]*[A-Z])(?=[^\"]*\\d)([A-Z0-9]{6,})\"");
    try (Stream<Path> files = Files.walk(raw)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        plate.matcher(Files.readString(file)).results().forEach(m -> NEEDLES.add(m.group(1)));
      }
    }
  }

  /** The records of all steps in this process, made once. */
  private static List<JsonNode> alone() {
    String digest = "";
    for (String step : STEPS.subList(ALONE.size(), STEPS.size())) {
      CliRun run = CliRun.of(args(step, folder.resolve("alone"), digest, ""));
      assertEquals(run.code(), run.record().get("exit_code").asInt(), step);
      digest = digest(run.record(), digest);
      ALONE.add(run.record());
    }
    return ALONE;
  }

  private static String digest(JsonNode record, String before) {
    String digest = record.at("/details/plan_digest").asText();
    return digest.isEmpty() ? before : digest;
  }

  private static String[] args(String step, Path lake, String digest, String storage) {
    List<String> args =
        new ArrayList<>(List.of("--json", "--lake", lake.toString(), "--principal", "tester"));
    args.add("--as-of");
    args.addAll(
        Stream.of(step.split(" "))
            .map(word -> word.equals("POLICY") ? storage + POLICY : word)
            .map(word -> word.startsWith("FEED") ? storage + FEED + word.substring(4) : word)
            .map(word -> word.equals("DIGEST") ? digest : word)
            .toList());
    return args.toArray(String[]::new);
  }
}
