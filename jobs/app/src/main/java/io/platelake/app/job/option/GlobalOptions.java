package io.platelake.app.job.option;

import io.platelake.core.BadInput;
import io.platelake.lake.session.Guards;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes, before or after its name. */
public final class GlobalOptions {
  @Option(
      names = "--lake",
      paramLabel = "URI",
      scope = ScopeType.INHERIT,
      description = "Root folder of the lake, any Hadoop URI (default: $PLATELAKE_LAKE).")
  public String lake;

  @Option(
      names = "--audit-lake",
      paramLabel = "URI",
      scope = ScopeType.INHERIT,
      description =
          "Root folder of the access log, which init and migrate set (default: the folder audit of"
              + " the lake).")
  String auditLake;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      scope = ScopeType.INHERIT,
      description =
          "Present time of the run, such as 2026-06-30T02:00:00Z (default: the time of its start).")
  String asOf;

  @Option(
      names = "--principal",
      paramLabel = "ID",
      scope = ScopeType.INHERIT,
      description = "Who runs it, for the ledger (default: the user of the process).")
  public String principal;

  @Option(
      names = "--token",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Signed token that names the principal (default: $PLATELAKE_TOKEN).")
  Path token;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print the run record, one JSON object, and nothing else on standard output.")
  public boolean json;

  @Option(
      names = "--quiet",
      scope = ScopeType.INHERIT,
      description = "Print errors only; with --json also the run record.")
  public boolean quiet;

  @Option(
      names = "--conf",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Spark settings that win over the defaults, as a properties file.")
  Path conf;

  @Option(
      names = "--result",
      paramLabel = "URI",
      scope = ScopeType.INHERIT,
      description = "Also write the exit code and what is printed to this new file of a storage.")
  String result;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show warnings of Spark, and the stack trace of an unexpected error.")
  public boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;

  private Instant now;

  /** The now of this run: the option, or the clock, which is read here and nowhere else. */
  public Instant now() {
    if (now == null) {
      now = asOf == null ? Instant.now().truncatedTo(ChronoUnit.SECONDS) : instant("--as-of", asOf);
    }
    return now;
  }

  public String lake() {
    String given = lake != null ? lake : System.getenv("PLATELAKE_LAKE");
    if (given == null || given.isBlank()) {
      throw new BadInput(
          "No lake",
          "neither --lake nor PLATELAKE_LAKE is set",
          "Add --lake with its root folder.");
    }
    return given;
  }

  /** Root of the access log as it is given. */
  public Optional<String> auditLake() {
    return Optional.ofNullable(auditLake);
  }

  public String principal() {
    return principal != null ? principal : System.getProperty("user.name");
  }

  /** Login at the operating system. */
  public String osUser() {
    return System.getProperty("user.name");
  }

  /** The name given for who runs it. */
  public Optional<String> named() {
    return Optional.ofNullable(principal);
  }

  /** File of the signed token, where an option names it. */
  public Optional<String> tokenFile() {
    return Optional.ofNullable(token).map(Path::toString);
  }

  /** Text of the signed token. */
  public Optional<String> token() {
    String file = token != null ? token.toString() : System.getenv("PLATELAKE_TOKEN");
    return Optional.ofNullable(file)
        .filter(f -> !f.isBlank())
        .map(f -> InputFiles.text(Path.of(f)));
  }

  /** The wall clock, by which tokens run out whatever {@code --as-of} says. */
  public Instant clock() {
    return Instant.now();
  }

  public Properties sparkSettings() {
    Properties properties = new Properties();
    if (conf != null) {
      try {
        properties.load(new StringReader(InputFiles.text(conf)));
      } catch (IOException | BadInput | IllegalArgumentException e) {
        throw new BadInput(
            "--conf " + conf, "not a readable properties file", "Give a file of key=value lines.");
      }
    }
    Guards.findSwitchedOff(properties)
        .ifPresent(
            name -> {
              throw new BadInput(
                  "--conf " + conf,
                  name + " would switch off what keeps plates in or proves that they are gone",
                  "Take the line out.");
            });
    return properties;
  }

  /** An instant given on the command line, with its zone. */
  public static Instant instant(String option, String value) {
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeParseException e) {
      throw new BadInput(option, "not an instant with a zone", "Write it as 2026-06-30T02:00:00Z.");
    }
  }
}
