package io.platelake.core.hotlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ListCountsTest {
  @Test
  void shouldNotLoseARecord() {
    var refused = new TreeMap<>(Map.of("PLATE_MISSING", 1L));
    var dropped = new TreeMap<>(Map.of("a", 2L));
    assertEquals(2, new ListCounts(7, 1, refused, dropped, 3, 9, null).dropped());
    assertThrows(
        IllegalArgumentException.class, () -> new ListCounts(8, 1, refused, dropped, 3, 9, null));
  }
}
