package io.platelake.core.hotlist;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ParsedListTest {
  @Test
  void shouldNotLoseARecord() {
    var refused = List.of(new ParsedList.Refused(2, RefusalCode.PLATE_MISSING));
    var dropped = new TreeMap<>(Map.of("a", 2L));
    assertDoesNotThrow(() -> new ParsedList(List.of(), refused, dropped, 3, 6));
    assertThrows(
        IllegalArgumentException.class, () -> new ParsedList(List.of(), refused, dropped, 3, 7));
  }
}
