package io.platelake.core.requirement;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The tests of a repository, in Java and Python, as {@code requirements.yaml} names them. */
final class Proofs {
  private final Path repository;
  private final JavaProof java;
  private final PythonProof python;

  Proofs(Path repository) throws IOException {
    this.repository = repository;
    this.java = new JavaProof(repository);
    this.python = new PythonProof(repository);
  }

  Path repository() {
    return repository;
  }

  /** Why a test of {@code make test} proves nothing; empty when it exists and is run. */
  Optional<String> problem(String test) throws IOException {
    return PythonProof.isName(test) ? python.problem(test) : javaProblem(test, false);
  }

  /** The same for a test of {@code make test-long}. */
  Optional<String> longProblem(String test) throws IOException {
    return javaProblem(test, true);
  }

  /** File of a test below the repository. */
  String file(String test) {
    return PythonProof.isName(test)
        ? PythonProof.file(test)
        : java.file(test).orElseThrow(() -> new IllegalArgumentException(test));
  }

  private Optional<String> javaProblem(String test, boolean slow) throws IOException {
    return JavaProof.isName(test)
        ? java.problem(test, slow)
        : Optional.of("not package.Class#method or file.py::function");
  }
}
