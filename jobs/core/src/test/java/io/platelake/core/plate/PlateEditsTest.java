package io.platelake.core.plate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlateEditsTest {
  @ParameterizedTest
  @CsvSource({
    "ABC123, ABC128, ABC12",
    "ABC123, XBC123, BC123",
    "ABC123, ABX123, AB123",
    "ABC123, ABC12, ABC12",
    "BC123, ABC123, BC123",
    "ABC123, ABC123, ABC123",
    "AAB, AB, AB",
    "A, AA, A",
  })
  void shouldTellWhatPlatesOneEditApartHaveInCommon(String a, String b, String common) {
    assertEquals(PlateKey.pack(common), PlateEdits.common(PlateKey.pack(a), PlateKey.pack(b)));
    assertEquals(PlateKey.pack(common), PlateEdits.common(PlateKey.pack(b), PlateKey.pack(a)));
  }

  @ParameterizedTest
  @CsvSource({"ABC, ACB", "ABC, AXY", "ABC, A", "AB, BA", "ABC, BCD", "A, BC"})
  void shouldNotTakeTwoEditsForOne(String a, String b) {
    assertEquals(-1, PlateEdits.common(PlateKey.pack(a), PlateKey.pack(b)));
  }

  @Property(tries = 1000)
  void shouldAgreeWithEditDistanceOfText(
      @ForAll("plates") String a,
      @ForAll("plates") String other,
      @ForAll @IntRange(max = 2) int n) {
    for (String b : List.of(other, edited(a, other, n), a)) {
      long keyA = PlateKey.pack(a);
      long keyB = PlateKey.pack(b);
      int distance = distance(a, b);
      assertEquals(distance == 1, PlateEdits.oneApart(keyA, keyB));
      assertEquals(distance <= 1, PlateEdits.common(keyA, keyB) >= 0);
      assertEquals(PlateEdits.common(keyA, keyB), PlateEdits.common(keyB, keyA));
    }
  }

  @Provide
  Arbitrary<String> plates() {
    return Plates.any();
  }

  private static String edited(String plate, String from, int kind) {
    int at = from.length() % plate.length();
    String tail = plate.substring(at + 1);
    String edited =
        switch (kind) {
          case 0 -> plate.substring(0, at) + from.charAt(0) + tail;
          case 1 -> plate.substring(0, at) + tail;
          default -> plate.substring(0, at) + from.charAt(0) + plate.substring(at);
        };
    return edited.isEmpty() || edited.length() > PlateText.MAX_LENGTH ? plate : edited;
  }

  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
        } else {
          int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
          d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
