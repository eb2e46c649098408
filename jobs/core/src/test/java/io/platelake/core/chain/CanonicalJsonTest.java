package io.platelake.core.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Row(String job, long rows, Instant at, LocalDate day, Duration took, List<?> of) {}

  @Test
  void shouldSortKeysAndWriteTimesAsText() {
    Row row =
        new Row(
            "purge",
            Long.MAX_VALUE,
            Instant.parse("2026-11-01T00:00:00Z"),
            LocalDate.of(2026, 11, 1),
            Duration.ofHours(24),
            Arrays.asList(1, null, true, Map.of(), List.of(), ""));
    assertEquals(
        "{\"at\":\"2026-11-01T00:00:00Z\",\"day\":\"2026-11-01\",\"job\":\"purge\","
            + "\"of\":[1,null,true,{},[],\"\"],\"rows\":9223372036854775807,\"took\":\"PT24H\"}",
        CanonicalJson.write(row));
  }

  @Test
  void shouldNotDependOnTheOrderOfInsertion() throws IOException {
    Map<String, Object> ab = new LinkedHashMap<>(Map.of("a", 1));
    ab.put("b", Map.of("d", 1, "c", 2));
    assertEquals("{\"a\":1,\"b\":{\"c\":2,\"d\":1}}", CanonicalJson.write(ab));
    assertEquals(
        CanonicalJson.write(ab),
        CanonicalJson.write(JSON.readTree("{ \"b\": {\"d\": 1, \"c\": 2}, \"a\" : 1 }")));
  }

  @Test
  void shouldSortByUtf16CodeUnits() {
    // The example of RFC 8785, section 3.2.3.
    Map<String, Integer> names = new LinkedHashMap<>();
    String[] sorted = {"\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33"};
    for (int i = sorted.length - 1; i >= 0; i--) {
      names.put(sorted[i], i);
    }
    assertEquals(
        "{\"\\r\":0,\"1\":1,\"\u0080\":2,\"\u00f6\":3,\"\u20ac\":4,\"\ud83d\ude00\":5,\"\ufb33\":6}",
        CanonicalJson.write(names));
  }

  @Test
  void shouldEscapeOnlyWhatItMust() {
    assertEquals(
        "\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/\u007f\u20ac\"",
        CanonicalJson.write("\u0000\u001f\b\t\n\f\r\"\\/\u007f\u20ac"));
    assertEquals("\"\u20ac\"", new String(CanonicalJson.bytes("\u20ac"), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0, 0",
    "-0.0, 0",
    "1.0, 1",
    "0.1, 0.1",
    "-1.5, -1.5",
    "100.0, 100",
    "1e20, 100000000000000000000",
    "1e21, 1e+21",
    "-1.5e300, -1.5e+300",
    "0.000001, 0.000001",
    "0.0000001, 1e-7",
    "2e23, 2e+23",
    "4.9e-324, 5e-324",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "333333333.33333329, 333333333.3333333",
    "9007199254740993.0, 9007199254740992",
    "5.684341886080802e-14, 5.684341886080802e-14",
    "0.002, 0.002",
  })
  void shouldWriteDoublesAsEcmaScriptDoes(double value, String text) {
    assertEquals(text, CanonicalJson.write(value));
  }

  @Test
  void shouldWriteIntegersInFullAndDecimalsWithoutTrailingZeros() {
    assertEquals("9007199254740993", CanonicalJson.write(9007199254740993L));
    assertEquals("1" + "0".repeat(30), CanonicalJson.write(BigInteger.TEN.pow(30)));
    assertEquals("1.5", CanonicalJson.write(new BigDecimal("1.500")));
    assertEquals("100", CanonicalJson.write(new BigDecimal("1E+2")));
  }

  @Property(tries = 500)
  void shouldReadBackAsTheSameDouble(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    Assume.that(Double.isFinite(value));
    // Adding zero turns minus zero, which JSON text does not keep, into zero.
    assertEquals(value + 0.0, Double.parseDouble(CanonicalJson.write(value)));
  }

  @Property(tries = 300)
  void shouldReadBackAsTheSameValue(@ForAll("values") Map<String, List<Long>> value)
      throws IOException {
    String text = CanonicalJson.write(value);
    assertEquals((Object) JSON.valueToTree(value), widened(text));
    assertEquals(text, CanonicalJson.write(JSON.readTree(text)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void shouldRefuseNumbersThatJsonHasNot(double value) {
    assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(value));
  }

  @Test
  void shouldRefuseHalfSurrogatesAndBytes() {
    assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write("\ud83d"));
    assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(new byte[] {1}));
  }

  @Provide
  Arbitrary<Map<String, List<Long>>> values() {
    Arbitrary<String> names =
        Arbitraries.strings()
            .ofMaxLength(8)
            .filter(name -> StandardCharsets.UTF_8.newEncoder().canEncode(name));
    return Arbitraries.maps(names, Arbitraries.longs().list().ofMaxSize(4)).ofMaxSize(8);
  }

  private static Object widened(String text) throws IOException {
    Map<?, ?> map =
        JSON.readerFor(
                JSON.getTypeFactory()
                    .constructMapType(
                        Map.class,
                        JSON.getTypeFactory().constructType(String.class),
                        JSON.getTypeFactory().constructCollectionType(List.class, Long.class)))
            .readValue(text);
    return JSON.valueToTree(map);
  }
}
