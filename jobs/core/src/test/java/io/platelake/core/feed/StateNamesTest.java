package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateNamesTest {
  @ParameterizedTest
  @CsvSource({
    "us-ma, , OPTIONAL, MA",
    "US-MA, , REQUIRED, MA",
    "us_ma, , OPTIONAL, MA",
    "ma, , OPTIONAL, MA",
    "MA, us, OPTIONAL, MA",
    "ma, , REQUIRED, ",
    "ma, fr, OPTIONAL, ",
    "massachusetts, , REQUIRED, MA",
    "new_hampshire, , OPTIONAL, NH",
    "New Hampshire, , OPTIONAL, NH",
    "ca-bc, , OPTIONAL, BC",
    "bc, , OPTIONAL, BC",
    "bc, us, OPTIONAL, ",
    "ca, , OPTIONAL, CA",
    "ca, ca, OPTIONAL, ",
    "ca, , REQUIRED, ",
    "mx-bcn, , OPTIONAL, MX",
    "us-xx, , OPTIONAL, ",
    "eu-de, , OPTIONAL, ",
    "NON, , OPTIONAL, ",
    "-, , OPTIONAL, ",
    "x, , OPTIONAL, ",
    "'', , OPTIONAL, ",
    "840, , OPTIONAL, ",
    "usa, , OPTIONAL, ",
  })
  void shouldUnderstandSpellings(String raw, String country, StatePrefix prefix, String code) {
    assertEquals(code, StateNames.code(raw, country, prefix));
  }
}
