package io.platelake.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonLiteralTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a': 1, 'b': [1.5, -2e-05]} | {\"a\":\"1\",\"b\":[\"1.5\",\"-2e-05\"]}",
        "{} | {}",
        "[] | []",
        "(1, 2,) | [\"1\",\"2\"]",
        "[{'a': None}, True, False,] | [{\"a\":null},true,false]",
        "{'plate': '0012345'} | {\"plate\":\"0012345\"}",
        "{\"a\": \"it's\"} | {\"a\":\"it's\"}",
        "['it\\'s', 'a\\\\b'] | [\"it's\",\"a\\\\b\"]",
        "['\\x41'] | [\"\uFFFDx41\"]",
        "None | null",
        "nan | null",
        "{'a': 1 | none",
        "{'a' 1} | none",
        "{a: 1} | none",
        "{'a': 1, 'a': 2} | none",
        "{'a': 1}} | none",
        "[1 2] | none",
        "['a | none",
        "[os.system('x')] | none",
        "`` | none",
      })
  void shouldReadLiteralsOnly(String text, String json) {
    assertEquals(json, PythonLiteral.read(text).map(Object::toString).orElse("none"));
  }

  @Test
  void shouldReadNothingTooDeep() {
    assertEquals(true, PythonLiteral.read("[".repeat(100_000)).isEmpty());
    assertEquals(true, PythonLiteral.read("[".repeat(100) + "]".repeat(100)).isEmpty());
  }
}
