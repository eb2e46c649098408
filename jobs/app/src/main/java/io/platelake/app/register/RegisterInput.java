package io.platelake.app.register;

import io.platelake.app.job.Sha256;
import io.platelake.app.job.option.InputFiles;
import io.platelake.core.BadInput;
import io.platelake.core.access.RegisterFit;
import io.platelake.core.policy.Policy;
import io.platelake.core.register.RegisterContract;
import io.platelake.core.register.RegisterDiff;
import io.platelake.core.register.RegisterFile;
import io.platelake.core.register.RegisterHistory;
import io.platelake.core.register.RegisterRow;
import io.platelake.core.register.ScimUsers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A file of a register, as {@code check}, {@code diff} and {@code load} take it. */
final class RegisterInput {
  @Mixin private RegisterOption register;

  @Option(
      names = "--changes",
      description =
          "The file names what changes, with a column change (put or end). Without it the file"
              + " names every row, and keys that it lacks end.")
  private boolean changes;

  @Parameters(paramLabel = "FILE", description = "CSV with a header, or a SCIM 2.0 list (.json).")
  private Path file;

  /**
   * A file without mistakes of its own.
   *
   * @param digest SHA-256 of its bytes
   */
  record Read(RegisterContract contract, List<RegisterRow> rows, boolean isChanges, String digest) {

    /** Holds the rows against each other and the policy. */
    Read fitting(Optional<Policy> policy) {
      RegisterFit.check(contract, rows, policy);
      return this;
    }

    /** What it changes of what is known. */
    RegisterDiff diff(RegisterHistory known, Instant now) {
      return isChanges || contract.lasting()
          ? RegisterDiff.ofChanges(known, rows, now)
          : RegisterDiff.ofSnapshot(known, rows, now);
    }
  }

  /**
   * @throws BadInput naming every mistake
   */
  Read read() {
    RegisterContract contract = register.contract();
    String text = InputFiles.text(file);
    boolean scim = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    if (scim && changes) {
      throw new BadInput("--changes", "a SCIM list names every user", "Leave the option out.");
    }
    String name = file.toString();
    List<RegisterRow> rows =
        scim
            ? ScimUsers.read(contract, text, name)
            : changes
                ? RegisterFile.csvOfChanges(contract, text, name)
                : RegisterFile.csv(contract, text, name);
    return new Read(contract, rows, changes, Sha256.of(text)).fitting(Optional.empty());
  }
}
