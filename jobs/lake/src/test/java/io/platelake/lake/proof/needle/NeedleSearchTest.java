package io.platelake.lake.proof.needle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One pass for all needles against looking for each needle alone. */
class NeedleSearchTest {
  private static final String LETTERS = "AB1-";

  @Test
  void shouldFindWhatOneSearchPerNeedleFinds() {
    Random random = new Random(20261001);
    for (int round = 0; round < 300; round++) {
      List<String> texts = words(random, 12, 1, 9);
      List<Long> numbers = List.of(1L, 11L, 111_111L, -111_111L, 11_111_111_111L);
      String hay = word(random, 400).toLowerCase(Locale.ROOT) + word(random, 400);

      assertEquals(naive(hay, texts, numbers), passes(hay, texts, numbers, random));
    }
  }

  /** The bytes go in pieces of any size, since files come that way. */
  private static Set<Integer> passes(
      String hay, List<String> texts, List<Long> numbers, Random random) {
    Set<Integer> found = new TreeSet<>();
    NeedleSearch pass = new NeedleSearch(new NeedleForms(Needles.of(texts, numbers)));
    pass.start(true, (needle, form) -> found.add(needle));
    byte[] bytes = hay.getBytes(StandardCharsets.US_ASCII);
    for (int from = 0; from < bytes.length; ) {
      int length = Math.min(bytes.length - from, 1 + random.nextInt(50));
      pass.feed(bytes, from, length);
      from += length;
    }
    pass.end();
    return found;
  }

  private static Set<Integer> naive(String hay, List<String> texts, List<Long> numbers) {
    Set<Integer> found = new TreeSet<>();
    String upper = hay.toUpperCase(Locale.ROOT);
    for (int i = 0; i < texts.size(); i++) {
      String needle = texts.get(i);
      boolean hit =
          needle.length() >= NeedleForms.SHORTEST
              ? upper.contains(needle)
              : has(upper, "(?<![A-Z0-9])" + needle + "(?![A-Z0-9])") && needle.matches("\\w+");
      // A text of digits is also a number.
      if (hit || (needle.matches("[1-9]\\d*") && hasNumber(upper, Long.parseLong(needle)))) {
        found.add(i);
      }
      if (needle.matches("-[1-9]\\d*") && hasNumber(upper, Long.parseLong(needle))) {
        found.add(i);
      }
    }
    for (int i = 0; i < numbers.size(); i++) {
      if (hasNumber(upper, numbers.get(i))) {
        found.add(texts.size() + i);
      }
    }
    return found;
  }

  private static boolean hasNumber(String hay, long number) {
    String digits = Long.toString(Math.abs(number));
    return has(hay, (number < 0 ? "-" : "(?<!\\d)") + "0*" + digits + "(?!\\d)");
  }

  private static boolean has(String hay, String pattern) {
    return Pattern.compile(pattern).matcher(hay).find();
  }

  private static List<String> words(Random random, int count, int shortest, int longest) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(word(random, shortest + random.nextInt(longest - shortest + 1)));
    }
    return words;
  }

  private static String word(Random random, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }
}
