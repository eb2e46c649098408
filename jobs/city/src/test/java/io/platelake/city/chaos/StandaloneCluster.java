package io.platelake.city.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A master and two workers on loopback, started by the scripts of {@code deploy/standalone}. */
final class StandaloneCluster {
  static final Path ROOT =
      Path.of(System.getProperty("basedir", "."), "..", "..").toAbsolutePath().normalize();
  private static final Path SCRIPTS = ROOT.resolve("deploy/standalone");
  private static final String HOST = "127.0.0.1";

  private final Path folder;
  private final Path home;
  private final int port;
  private final int pagePort;
  private final List<Process> daemons = new ArrayList<>();

  /**
   * How a command ended.
   *
   * @param out standard output
   * @param err lines of standard error
   */
  record End(int code, String out, List<String> err) {}

  /**
   * @param folder for the home, logs and folders of the workers
   */
  StandaloneCluster(Path folder) throws IOException, InterruptedException {
    this.folder = Files.createDirectories(folder);
    // A path as a Spark distribution has it, which was once mistaken for one of Spark's jars.
    this.home = folder.resolve("spark-home");
    Process made = start("home", SCRIPTS.resolve("spark-home").toString(), home.toString());
    if (made.waitFor() != 0) {
      throw new IllegalStateException("no Spark home: " + Files.readString(log("home")));
    }
    this.port = freePort();
    this.pagePort = freePort();
    String master = SCRIPTS.resolve("master").toString();
    daemons.add(start("master", master, HOST, "" + port, "" + pagePort));
    for (int worker = 1; worker <= 2; worker++) {
      startWorker(worker);
    }
  }

  private void startWorker(int number) throws IOException {
    String own = folder.resolve("worker" + number).toString();
    String script = SCRIPTS.resolve("worker").toString();
    daemons.add(start("worker" + number, script, url(), HOST, "2", "2g", own, "0"));
  }

  private String url() {
    return "spark://" + HOST + ":" + port;
  }

  /** Address of the page of the master. */
  String page() {
    return "http://" + HOST + ":" + pagePort + "/";
  }

  /** The secret of the cluster. */
  String secret() throws IOException {
    return Files.readAllLines(home.resolve("conf/spark-defaults.conf")).stream()
        .filter(line -> line.startsWith("spark.authenticate.secret "))
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .findFirst()
        .orElseThrow();
  }

  /** Runs a command on the cluster, with two executors of one core each. */
  End run(String mode, Consumer<String> told, String... command)
      throws IOException, InterruptedException {
    List<String> args = new ArrayList<>();
    args.add(ROOT.resolve("bin/platelake").toString());
    args.addAll(List.of("--master", url(), "--deploy-mode", mode));
    args.addAll(List.of("--driver-memory", "1g", "--executor-memory", "768m"));
    args.addAll(List.of("--executor-cores", "1", "--total-executor-cores", "2"));
    String quick = "-XX:TieredStopAtLevel=1";
    args.addAll(List.of("--spark-conf", "spark.executor.extraJavaOptions=" + quick));
    args.addAll(List.of(command));
    Path out = Files.createTempFile(folder, "out", ".txt");
    ProcessBuilder builder = builder(args).redirectOutput(out.toFile());
    builder.environment().put("PLATELAKE_JAVA_OPTS", quick);
    Process process = builder.start();
    List<String> err = new ArrayList<>();
    process
        .errorReader(StandardCharsets.UTF_8)
        .lines()
        .forEach(
            line -> {
              err.add(line);
              told.accept(line);
            });
    return new End(process.waitFor(), Files.readString(out), err);
  }

  /** Kills a worker and its executors as {@code kill -9} does. */
  void killWorker(int number) {
    Process worker = daemons.get(number);
    // The executors are its children.
    List<ProcessHandle> executors = worker.descendants().toList();
    worker.destroyForcibly();
    executors.forEach(ProcessHandle::destroyForcibly);
  }

  /** Files that the cluster left: logs, work folders with what jobs said, shuffles. */
  List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> !file.startsWith(home))
          .filter(file -> !file.toString().endsWith(".jar"))
          .filter(Files::isRegularFile)
          .toList();
    }
  }

  private Process start(String name, String... command) throws IOException {
    return builder(List.of(command))
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(log(name).toFile()))
        .start();
  }

  private ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("SPARK_HOME", home.toString());
    environment.put("SPARK_LOCAL_IP", HOST);
    environment.remove("PLATELAKE_SUBMIT");
    return builder;
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops workers and master, and what they started. */
  void stop() throws InterruptedException {
    for (Process daemon : daemons) {
      List<ProcessHandle> below = daemon.descendants().toList();
      daemon.destroy();
      if (!daemon.waitFor(10, TimeUnit.SECONDS)) {
        daemon.destroyForcibly();
      }
      below.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
