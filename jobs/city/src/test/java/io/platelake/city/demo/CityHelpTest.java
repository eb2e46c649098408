package io.platelake.city.demo;

import io.platelake.app.cli.ShownHelp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that this jar adds explain themselves as all others do. */
class CityHelpTest {
  @ParameterizedTest(name = "platelake {0}")
  @ValueSource(strings = {"generate", "demo"})
  void shouldExplainTheCommand(String command) {
    ShownHelp.assertExplains(command);
  }

  @ParameterizedTest(name = "platelake {0}")
  @ValueSource(strings = {"generate", "demo"})
  void shouldGiveAnExampleThatTheCommandUnderstands(String command) {
    ShownHelp.assertExampleCalls(command);
  }
}
