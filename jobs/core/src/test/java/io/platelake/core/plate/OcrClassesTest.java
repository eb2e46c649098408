package io.platelake.core.plate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.platelake.core.BadInput;
import java.lang.management.ManagementFactory;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OcrClassesTest {
  private static final List<String> GENETEC = List.of("0ODQ", "1I", "2Z", "5S", "8B", "6G");

  @ParameterizedTest
  @CsvSource({
    "ABC1234, A8C1234",
    "OOOO, 0000",
    "0DQO, 0000",
    "IZSBG, 12586",
    "X, X",
    "O, 0",
    "OOOOOOOOOOOO, 000000000000",
  })
  void shouldReplaceEachCharacterByTheFirstOfItsClass(String plate, String folded) {
    assertEquals(folded, fold(OcrClasses.GENETEC, plate));
  }

  @ParameterizedTest
  @CsvSource({
    "ABC1234, ABC1234, 0",
    "ABC1234, ABCI234, 1",
    "ABC1234, A8CI2E4, -1",
    "0000, ODQ0, 3",
    "ABC, ABCD, -1",
    "ABC, 0ABC, -1",
    "BC, 8C, 1",
    "XBC, Y8C, -1",
  })
  void shouldCountSubstitutionsWithinClasses(String a, String b, int expected) {
    assertEquals(expected, substitutions(OcrClasses.GENETEC, a, b));
    assertEquals(expected, substitutions(OcrClasses.GENETEC, b, a));
  }

  @ParameterizedTest
  @CsvSource({"AB0, ABO, 0", "ABO, AB0, 0", "AB0, ABD, -1", "0I0, OIO, 0", "AO1, A0I, -1"})
  void shouldNotCountLetterOAgainstZeroWhenTheListWritesNone(String a, String b, int expected) {
    OcrClasses none = OcrClasses.of(List.of());
    assertEquals(expected, none.substitutions(PlateKey.pack(a), PlateKey.pack(b), true));
  }

  @Test
  void shouldStillCountOtherMembersOfTheClassOfZero() {
    long read = PlateKey.pack("OQ1234");
    long entry = PlateKey.pack("001234");
    assertEquals(1, OcrClasses.GENETEC.substitutions(read, entry, true));
    assertEquals(2, OcrClasses.GENETEC.substitutions(read, entry, false));
  }

  @Test
  void shouldKeepTheClassesAsGiven() {
    assertEquals(GENETEC, OcrClasses.GENETEC.classes());
    assertEquals(OcrClasses.of(GENETEC), OcrClasses.GENETEC);
    assertEquals("AB01", fold(OcrClasses.of(List.of()), "AB01"));
  }

  @ParameterizedTest
  @CsvSource({"A", "A-", "a1", "AA", "0O 9O"})
  void shouldRefuseClassesThatAreNotDisjointSetsOfPlateCharacters(String classes) {
    var error = assertThrows(BadInput.class, () -> OcrClasses.of(List.of(classes.split(" "))));
    assertTrue(error.getMessage().startsWith("OCR class "), error.getMessage());
  }

  @Test
  void shouldAllocateNothingPerPair() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long a = PlateKey.pack("ABC1234");
    long b = PlateKey.pack("A8C1234");
    long sum = 0;
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 100_000; i++) {
      sum += OcrClasses.GENETEC.foldKey(a) + OcrClasses.GENETEC.substitutions(a, b, true);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(sum != 0 && allocated < 100_000, allocated + " bytes for 100,000 pairs");
  }

  @Property(tries = 500)
  void shouldAgreeWithACharacterLoop(@ForAll("plates") String a, @ForAll("plates") String b) {
    OcrClasses classes = OcrClasses.GENETEC;
    String sameLength = (b + a).substring(0, a.length());
    assertEquals(naiveFold(a), fold(classes, a));
    assertEquals(naiveSubstitutions(a, b), substitutions(classes, a, b));
    assertEquals(naiveSubstitutions(a, sameLength), substitutions(classes, a, sameLength));
  }

  @Property(tries = 500)
  void shouldCountWhatWasReplacedWithinClasses(@ForAll("plates") String plate, @ForAll int seed) {
    StringBuilder read = new StringBuilder();
    for (int i = 0; i < plate.length(); i++) {
      String members = members(plate.charAt(i));
      read.append(members.charAt(Math.floorMod(seed + i * 7, members.length())));
    }
    assertEquals(fold(OcrClasses.GENETEC, plate), fold(OcrClasses.GENETEC, read.toString()));
    assertEquals(
        naiveSubstitutions(plate, read.toString()),
        substitutions(OcrClasses.GENETEC, plate, read.toString()));
  }

  @Provide
  Arbitrary<String> plates() {
    return Plates.any();
  }

  private static String fold(OcrClasses classes, String plate) {
    return PlateKey.unpack(classes.foldKey(PlateKey.pack(plate)));
  }

  private static int substitutions(OcrClasses classes, String a, String b) {
    return classes.substitutions(PlateKey.pack(a), PlateKey.pack(b));
  }

  private static String members(char c) {
    return GENETEC.stream().filter(m -> m.indexOf(c) >= 0).findFirst().orElse(String.valueOf(c));
  }

  private static String naiveFold(String plate) {
    StringBuilder folded = new StringBuilder();
    plate.chars().forEach(c -> folded.append(members((char) c).charAt(0)));
    return folded.toString();
  }

  private static int naiveSubstitutions(String a, String b) {
    if (!naiveFold(a).equals(naiveFold(b))) {
      return -1;
    }
    int count = 0;
    for (int i = 0; i < a.length(); i++) {
      count += a.charAt(i) == b.charAt(i) ? 0 : 1;
    }
    return count;
  }

  @Test
  void shouldJoinTheClassesOfZeroAndLetterO() {
    OcrClasses apart = OcrClasses.of(List.of("1I", "0D", "OQ"));
    OcrClasses joined = apart.withLetterOAsZero();
    assertEquals(List.of("0ODQ", "1I"), joined.classes());
    assertEquals(List.of("0O"), OcrClasses.of(List.of()).withLetterOAsZero().classes());
  }
}
