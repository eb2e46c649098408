package io.platelake.core;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Input that cannot be used: a missing file, a malformed document, an unknown name.
 *
 * <p>The message states what could not be used, why (with the place: file, line, field), and the
 * remedy. It never holds a plate. The command line ends with exit code 2 and nothing is written.
 */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Null where no single value is wrong. */
  private final String key;

  public BadInput(String what, String why, String remedy) {
    super(what + ": " + why + ". " + remedy);
    this.key = null;
  }

  private BadInput(String message, String key) {
    super(message);
    this.key = key;
  }

  /** The same mistake, of the value with this path in its file. */
  public BadInput at(String path) {
    return new BadInput(getMessage(), path);
  }

  /** Path of the wrong or missing value in its file; empty where no single value is wrong. */
  public Optional<String> key() {
    return Optional.ofNullable(key);
  }

  /** The same with one more sentence, such as what holds instead. */
  public BadInput and(String sentence) {
    return new BadInput(getMessage() + " " + sentence, key);
  }

  /** Several at once, one on each line, so that a file can be corrected in one go. */
  public static BadInput all(List<BadInput> problems) {
    return problems.size() == 1
        ? problems.get(0)
        : new BadInput(
            problems.stream().map(BadInput::getMessage).collect(Collectors.joining("\n")), null);
  }
}
