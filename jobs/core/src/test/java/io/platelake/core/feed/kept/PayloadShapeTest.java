package io.platelake.core.feed.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadShapeTest {
  private static final Set<String> NAMES = Set.of("plate", "at", "1", "gate");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"plate\": \"TST 1234\", \"at\":\"2026-06-01T10:00\"} | {\"plate\": \"XXX 9999\", \"at\":\"9999-99-99X99:99\"}",
        "{\"at\": \"plate\"} | {\"at\": \"xxxxx\"}",
        "{\"tst0001\": \"at\"} | {\"xxx9999\": \"xx\"}",
        "TST1234;gate;1 | XXX9999;xxxx;9",
        "<plate>TST1</plate><x at='gate'/> | <plate>XXX9</plate><x at='xxxx'/>",
        "plate=\u00c4B12 gate: TST9 | plate=XX99 gate: XXX9",
        "1=TST1 | 9=XXX9"
      })
  void shouldHideEveryLetterAndDigitOfAValue(String payload, String shape) {
    assertEquals(shape, PayloadShape.of(payload, NAMES, 100));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"TST1234567 | XXX9 ...", "T | X"})
  void shouldBeShort(String payload, String shape) {
    assertEquals(shape, PayloadShape.of(payload, NAMES, 4));
  }
}
