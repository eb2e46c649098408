package io.platelake.files.parquet;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.platelake.files.tree.Damage;
import org.junit.jupiter.api.Test;

class PageCheckTest {
  @Test
  void shouldRefuseRunsWhoseCountIsNoNumberOfTheFormat() {
    // 2^61 groups of eight: times eight that is nothing again.
    assertThrows(
        Damage.class, () -> levels(1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x40));
    assertThrows(Damage.class, () -> levels(0x81, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x40));
    // The same of a run of one value, and a header that is longer than any writer's.
    assertThrows(Damage.class, () -> levels(0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x40));
    assertThrows(Damage.class, () -> levels(0x90, 0x80, 0x80, 0x80, 0x80, 0x00, 1));
  }

  @Test
  void shouldPassRunsThatAreTrue() {
    assertDoesNotThrow(() -> levels(0x10, 1));
    assertDoesNotThrow(() -> levels(0x03, 0xFF));
  }

  /** Levels of eight values. */
  private static void levels(int... page) throws Damage {
    byte[] bytes = new byte[page.length];
    for (int i = 0; i < page.length; i++) {
      bytes[i] = (byte) page[i];
    }
    new PageCheck(bytes, 8).levels(1);
  }
}
