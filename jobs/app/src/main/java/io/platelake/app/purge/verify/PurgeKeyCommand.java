package io.platelake.app.purge.verify;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.terminal.Progress;
import io.platelake.core.BadInput;
import io.platelake.core.chain.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake purge key}: needs no lake and no Spark. */
@Command(name = "key", description = "Make a key that signs purge certificates.")
@CommandContract(result = PurgeKeyCommand.KeyResult.class, example = "purge key signing.pem")
public final class PurgeKeyCommand implements Callable<Integer> {
  private static final FileAttribute<?> OWNER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description = "File of the key; FILE.pub gets the public key, which checks signatures.")
  private Path file;

  /** What a run gives. */
  record KeyResult(String keyId, String publicKey, List<String> lines) implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.offline(spec, this::run);
  }

  private JobResult run(Progress progress) throws IOException {
    Path open = file.resolveSibling(file.getFileName() + ".pub");
    for (Path each : List.of(file, open)) {
      if (Files.exists(each)) {
        throw new BadInput(
            "File " + each, "it exists", "A key is never overwritten: choose another name.");
      }
    }
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new BadInput("Folder " + folder, "there is no such folder", "Make it first.");
    }
    SigningKey key = SigningKey.create();
    write(file, key.pem());
    write(open, key.checking().pem());
    return JobResult.of(
        new KeyResult(
            key.checking().id(),
            open.toString(),
            List.of(
                "Key " + key.checking().id() + " signs with " + file + ".",
                "Set PLATELAKE_SIGNING_KEY to that file where purge verify runs.",
                "Publish " + open + ": purge check --public-key takes it.")));
  }

  private static void write(Path to, String text) throws IOException {
    Files.newByteChannel(to, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER)
        .close();
    Files.writeString(to, text, StandardOpenOption.SYNC, StandardOpenOption.WRITE);
  }
}
