package io.platelake.app.register;

import io.platelake.app.job.option.InputFiles;
import io.platelake.core.BadInput;
import io.platelake.core.register.RegisterContract;
import io.platelake.core.register.ShippedRegisters;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --register}: a register that ships, or a contract of the agency's own. */
final class RegisterOption {
  private static final String NAME = "--register";

  @Option(
      names = NAME,
      required = true,
      paramLabel = "NAME|FILE",
      description = "Register, such as users; or a contract of your own, a file ending in .yaml.")
  private String given;

  /**
   * @throws BadInput if there is no such register, or the file is no contract
   */
  RegisterContract contract() {
    if (given.endsWith(".yaml")) {
      RegisterContract own = RegisterContract.read(InputFiles.text(Path.of(given)), given);
      if (ShippedRegisters.names().contains(own.register())) {
        throw new BadInput(
            given, "it has the name of a register that ships", "Give your own register its name.");
      }
      return own;
    }
    return ShippedRegisters.find(given)
        .orElseThrow(
            () ->
                new BadInput(
                    NAME,
                    "there is no such register",
                    "Use one of "
                        + String.join(", ", ShippedRegisters.names())
                        + ", or a file ending in .yaml."));
  }
}
