package io.platelake.core.requirement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Test functions of pytest, named {@code file.py::function}. */
final class PythonProof {
  private static final Pattern NAME = Pattern.compile("([\\w/-]+/test_\\w+\\.py)::(test_\\w+)");

  /** Calls in {@code deploy/local/test} that hand a folder to pytest. */
  private static final Pattern FOLDER = Pattern.compile("(?m)^ *python_tests \\S+ \\S+ (\\S+)$");

  private final Path repository;
  private final List<String> folders;

  PythonProof(Path repository) throws IOException {
    this.repository = repository;
    String script = Files.readString(repository.resolve("deploy/local/test"));
    this.folders = FOLDER.matcher(script).results().map(m -> m.group(1) + "/").toList();
  }

  static boolean isName(String test) {
    return NAME.matcher(test).matches();
  }

  /** File of a test below the repository. */
  static String file(String test) {
    return test.substring(0, test.indexOf("::"));
  }

  /** Why a test proves nothing; empty when it exists and is run. */
  Optional<String> problem(String test) throws IOException {
    Path file = repository.resolve(file(test));
    if (folders.stream().noneMatch(file(test)::startsWith)) {
      return Optional.of("make test does not run this folder");
    }
    if (!Files.isRegularFile(file)) {
      return Optional.of("there is no such file");
    }
    String text = Files.readString(file);
    String function = "\ndef " + test.substring(file(test).length() + 2) + "(";
    int at = text.indexOf(function);
    if (at < 0) {
      return Optional.of("the file has no such function");
    }
    // Two empty lines stand before a function and its decorators, and nowhere within.
    String decorators = text.substring(Math.max(0, text.lastIndexOf("\n\n\n", at)), at);
    boolean skipped = decorators.contains("mark.skip") || text.contains("\npytestmark");
    return skipped ? Optional.of("it is not always run") : Optional.empty();
  }
}
