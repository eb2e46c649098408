package io.platelake.core.land;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionsTest {
  /** Readings as {@code id@file:offset:item}, in the order of delivery. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          landed | later                      | who replaces whom
          ""     | 1@0:0:0                    | {}
          ""     | 1@0:0:0 2@0:90:0           | {2=1}
          ""     | 1@1:0:0 2@0:0:0 3@2:0:0    | {2=1, 3=2}
          7      | 1@0:0:0                    | {1=7}
          7      | 1@0:0:0 2@1:0:0            | {1=7, 2=1}
          ""     | 1@0:0:0 2@0:0:1            | {}
          7      | 1@0:0:0 2@0:0:1            | {}
          ""     | 1@0:0:0 2@1:0:0 3@1:0:1    | {}
          7 8    | 1@0:0:0                    | {}
          """,
      useHeadersInDisplayName = true)
  void shouldLetTheLaterReadingReplaceTheEarlier(String landed, String later, String expected) {
    List<Long> standing =
        Arrays.stream(landed.split(" ")).filter(s -> !s.isEmpty()).map(Long::valueOf).toList();
    List<Corrections.Reading> readings = new ArrayList<>();
    for (String reading : later.split(" +")) {
      String[] p = reading.split("[@:]");
      readings.add(
          new Corrections.Reading(
              Long.parseLong(p[0]),
              new RecordPosition(
                  Integer.parseInt(p[1]), Long.parseLong(p[2]), Integer.parseInt(p[3]))));
    }
    assertEquals(expected, new TreeMap<>(Corrections.of(standing, readings)).toString());
  }
}
