package io.platelake.app.purge.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.InputFiles;
import io.platelake.app.job.terminal.Progress;
import io.platelake.app.ledger.purge.Anchor;
import io.platelake.app.ledger.purge.Certificate;
import io.platelake.app.purge.verify.TrustedKeys.Worth;
import io.platelake.core.BadInput;
import io.platelake.core.purge.CertifiedCheck;
import io.platelake.core.purge.OpenFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake purge check}: needs no lake and no Spark. */
@Command(
    name = "check",
    description = "Check certificates: each against its hash, all against their order.")
@CommandContract(
    result = PurgeCheckCommand.CheckResult.class,
    example = "purge check certificates",
    finding = "a certificate was altered, is out of order, or states a finding")
public final class PurgeCheckCommand implements Callable<Integer> {
  private static final Pattern NAME = Pattern.compile("[0-9]+\\.json");

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Certificate files, or the folder that holds them.")
  private List<Path> paths;

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description = "Trust signatures by this key only; may be given several times.")
  private List<Path> publicKeys = List.of();

  @Option(
      names = "--anchor",
      paramLabel = "FILE",
      description =
          "Compare with the hashes that this file outside the lake keeps (default:"
              + " $PLATELAKE_ANCHOR).")
  private Path anchor;

  /** What a run gives. */
  record CheckResult(
      long certificates, long broken, long withFindings, long signed, List<String> lines)
      implements RunResult {
    @Override
    public RunOutcome outcome() {
      return broken + withFindings > 0 ? RunOutcome.FINDING : RunOutcome.DONE;
    }
  }

  @Override
  public Integer call() {
    return JobRunner.offline(spec, this::run);
  }

  private JobResult run(Progress progress) throws IOException {
    List<String> lines = new ArrayList<>();
    TrustedKeys keys = TrustedKeys.read(publicKeys);
    List<Path> files = files();
    List<Certificate> certificates = files.stream().map(PurgeCheckCommand::certificate).toList();
    List<CertifiedCheck> checks = new ArrayList<>();
    long broken = 0;
    long signed = 0;
    for (int i = 0; i < files.size(); i++) {
      Certificate c = certificates.get(i);
      Optional<Certificate> before = before(files.get(i), c);
      boolean linked = before.map(b -> b.hash().equals(c.prevHash())).orElse(true);
      // Of a whole folder none may be absent; a single file says nothing of its neighbours.
      boolean gap = before.isEmpty() && c.seq() > 1 && isWhole();
      // A copy of another under this name would pass for the one that it has replaced.
      boolean named = !isWhole() || files.get(i).getFileName().toString().equals(c.fileName());
      Worth worth = keys.worth(c, signed > 0, i == files.size() - 1);
      boolean ok = c.intact() && linked && named && !gap && worth.isTrusted();
      broken += ok ? 0 : 1;
      signed += c.findSignature().isPresent() ? 1 : 0;
      String outcome = c.body().path("outcome").asText("?");
      checks.add(CertifiedCheck.of(c.seq(), c.body()));
      lines.add(
          String.format(
              "%06d  %-8s  %-8s  as of %s%s%s",
              c.seq(),
              !c.intact() ? "ALTERED" : gap ? "GAP" : linked && named ? "intact" : "UNLINKED",
              outcome,
              c.body().path("as_of").asText("?"),
              keys.words(c, worth),
              before.isEmpty() && c.seq() > 1 ? "  (the one before is not there)" : ""));
    }
    Optional<Path> outside = SealOptions.given(anchor, SealOptions.ANCHOR);
    if (outside.isPresent()) {
      List<String> faults = anchor(outside.get()).faults(certificates, isWhole());
      lines.addAll(faults);
      broken += faults.size();
    }
    List<CertifiedCheck> open = OpenFindings.of(checks);
    for (CertifiedCheck finding : open) {
      lines.add(
          String.format(
              "%06d  OPEN      its finding counts until %s finds nothing",
              finding.seq(),
              finding.searched()
                  ? "a search of the same plan for the same plates"
                  : "a later check of the same plan"));
    }
    long findings = open.size();
    return JobResult.of(new CheckResult(files.size(), broken, findings, signed, lines));
  }

  private static Anchor anchor(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadInput("Anchor " + file, "there is no such file", "Check the path.");
    }
    return new Anchor(file);
  }

  private boolean isWhole() {
    return paths.stream().anyMatch(Files::isDirectory);
  }

  /** The certificate files, in the order of their numbers. */
  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.list(path)) {
          inside
              .filter(f -> NAME.matcher(f.getFileName().toString()).matches())
              .forEach(files::add);
        }
      } else {
        files.add(path);
      }
    }
    if (files.isEmpty()) {
      throw new BadInput(
          "Certificates", "the folder holds none", "Their names are 000001.json and so on.");
    }
    files.sort(Comparator.comparing(f -> f.getFileName().toString()));
    return files;
  }

  /** The certificate before, if it is in the same folder; its hash must be the one named here. */
  private static Optional<Certificate> before(Path file, Certificate c) {
    Path sibling = file.resolveSibling(String.format("%06d.json", c.seq() - 1));
    return Files.isRegularFile(sibling) ? Optional.of(certificate(sibling)) : Optional.empty();
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
