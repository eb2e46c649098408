package io.platelake.core.requirement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small repository with tests that are run, and with what only looks like one. */
class ProofsTest {
  private static final String POM = "<module>jobs/a</module> <tests.excluded>long</tests.excluded>";

  @TempDir private Path repository;

  @BeforeEach
  void write() throws IOException {
    write("pom.xml", POM);
    write("deploy/local/test", "  python_tests dags .venv dags/tests\n");
    write(
        "jobs/a/src/test/java/io/platelake/a/OneTest.java",
        """
        package io.platelake.a;
        class OneTest {
          @Test void shouldRun() {}
          @ParameterizedTest @CsvSource(\"""
              @Test void shouldBeText() {}
              \""") void shouldRunWithMany() {}
          // @Test void shouldBeComment() {}
          @Disabled @Test void shouldSleep() {}
          @org.junit.jupiter.api.Tag("long") @Test void shouldTakeLong() {}
          @Tag("short") @Test void shouldBeTagged() {}
          class Inner { @Test void shouldBeInner() {} }
          @EnabledOnOs(OS.WINDOWS) @Test void shouldRunElsewhere() {}
        }
        """);
    write(
        "jobs/a/src/test/java/io/platelake/a/IdleTest.java",
        "@Disabled class IdleTest { @Test void shouldRun() {} }");
    write(
        "jobs/a/src/test/java/io/platelake/a/BaseTest.java",
        "abstract class BaseTest { @Test void shouldRun() {} }");
    write(
        "jobs/b/src/test/java/io/platelake/b/TwoTest.java",
        "class TwoTest { @Test void shouldRun() {} }");
    write(
        "dags/tests/test_one.py",
        """
        import pytest


        def test_runs():
            pass


        @pytest.mark.parametrize(
            "n", [1]
        )
        def test_runs_with_many(n):
            pass


        @pytest.mark.skipif(
            True, reason="never"
        )
        def test_sleeps():
            pass


        class Inner:
            def test_inner(self):
                pass
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "io.platelake.a.OneTest#shouldRun,",
    "io.platelake.a.OneTest#shouldRunWithMany,",
    "io.platelake.a.OneTest#shouldBeTagged,",
    "io.platelake.a.OneTest#shouldBeText, the class has no such method",
    "io.platelake.a.OneTest#shouldBeComment, the class has no such method",
    "io.platelake.a.OneTest#shouldBeInner, the class has no such method",
    "io.platelake.a.OneTest#shouldSleep, it is not always run",
    "io.platelake.a.OneTest#shouldRunElsewhere, it is not always run",
    "io.platelake.a.IdleTest#shouldRun, it is not always run",
    "io.platelake.a.BaseTest#shouldRun, it is not always run",
    "io.platelake.a.OneTest#shouldTakeLong, it is tagged long",
    "io.platelake.b.TwoTest#shouldRun, no module has this class",
    "dags/tests/test_one.py::test_runs,",
    "dags/tests/test_one.py::test_runs_with_many,",
    "dags/tests/test_one.py::test_sleeps, it is not always run",
    "dags/tests/test_one.py::test_inner, the file has no such function"
  })
  void shouldTakeOnlyWhatIsRun(String test, String why) throws IOException {
    assertEquals(Optional.ofNullable(why), new Proofs(repository).problem(test));
  }

  @Test
  void shouldTakeForLongOnlyWhatIsTaggedSo() throws IOException {
    Proofs proofs = new Proofs(repository);
    assertEquals(Optional.empty(), proofs.longProblem("io.platelake.a.OneTest#shouldTakeLong"));
    assertEquals(
        Optional.of("it is not tagged long"),
        proofs.longProblem("io.platelake.a.OneTest#shouldRun"));
  }

  @Test
  void shouldNotGuessWhichTestsAreLeftOut() throws IOException {
    write("pom.xml", POM.replace("long", "slow"));
    assertThrows(IllegalStateException.class, () -> new Proofs(repository));
  }

  private void write(String name, String text) throws IOException {
    Path file = repository.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
