package io.platelake.core.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.platelake.core.BadInput;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {
  @ParameterizedTest
  @CsvSource({"10, 0, true", "10, 9, true", "10, 10, false", "1, 0, true", "1, 1, false"})
  void shouldSuppressWhatIsBelowTheMinimum(int minimum, long count, boolean suppressed) {
    Threshold threshold = new Threshold(minimum);
    assertEquals(suppressed, threshold.suppresses(count));
    assertEquals(
        suppressed ? OptionalLong.empty() : OptionalLong.of(count), threshold.shown(count));
  }

  @Test
  void shouldRefuseWhatIsNoThresholdOrNoCount() {
    assertThrows(BadInput.class, () -> new Threshold(0));
    assertThrows(IllegalArgumentException.class, () -> new Threshold(10).shown(-1));
  }
}
