package io.platelake.app.job.option;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --token-key}: the key that makes tokens of plates. */
public final class TokenKeyOption {
  @Option(
      names = "--token-key",
      paramLabel = "FILE",
      description =
          "Key of the tokens in the access log, 64 hex digits (default: $PLATELAKE_TOKEN_KEY, or a"
              + " file below the audit root).")
  private Path file;

  /** Text of the file; empty where none is named. */
  public Optional<String> text() {
    return Optional.ofNullable(file)
        .or(
            () ->
                Optional.ofNullable(System.getenv("PLATELAKE_TOKEN_KEY"))
                    .filter(name -> !name.isBlank())
                    .map(Path::of))
        .map(InputFiles::text);
  }
}
