package io.platelake.app.purge;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.app.cli.InputFiles;
import io.platelake.app.cli.JobResult;
import io.platelake.app.cli.JobRunner;
import io.platelake.app.cli.Progress;
import io.platelake.core.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake purge check}: needs no lake and no Spark. */
@Command(
    name = "check",
    description = "Check certificates: each against its hash, all against their order.")
public final class PurgeCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Certificate files, or the folder that holds them.")
  private List<Path> paths;

  @Override
  public Integer call() {
    return JobRunner.offline(spec, this::run);
  }

  private JobResult run(Progress progress) throws IOException {
    List<String> lines = new ArrayList<>();
    long broken = 0;
    long findings = 0;
    Certificate before = null;
    List<Certificate> certificates = read();
    for (Certificate c : certificates) {
      boolean linked =
          before == null || before.seq() + 1 != c.seq() || before.hash().equals(c.prevHash());
      boolean ok = c.intact() && linked;
      broken += ok ? 0 : 1;
      String outcome = c.body().path("outcome").asText("?");
      findings += outcome.equals("clean") ? 0 : 1;
      lines.add(
          String.format(
              "%06d  %-8s  %-8s  as of %s",
              c.seq(),
              ok ? "intact" : c.intact() ? "UNLINKED" : "ALTERED",
              outcome,
              c.body().path("as_of").asText("?")));
      before = c;
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("certificates", (long) certificates.size());
    counts.put("broken", broken);
    counts.put("with_findings", findings);
    JobResult result = JobResult.done(counts).saying(lines);
    return broken + findings > 0 ? result.finding() : result;
  }

  private List<Certificate> read() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.list(path)) {
          inside
              .filter(f -> f.getFileName().toString().matches("[0-9]+\\.json"))
              .forEach(files::add);
        }
      } else {
        files.add(path);
      }
    }
    if (files.isEmpty()) {
      throw new BadInput(
          "Certificates", "the folder holds none", "Name files 000001.json and so on.");
    }
    List<Certificate> certificates = new ArrayList<>();
    for (Path file : files) {
      certificates.add(certificate(file));
    }
    certificates.sort(Comparator.comparingLong(Certificate::seq));
    return certificates;
  }

  private static Certificate certificate(Path file) {
    try {
      return new ObjectMapper().readValue(InputFiles.text(file), Certificate.class);
    } catch (IOException e) {
      throw new BadInput(
          "Certificate " + file,
          "it is not a certificate",
          "Take it from the lake's certificates folder.");
    }
  }
}
