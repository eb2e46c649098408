package io.platelake.core.plate;

import io.platelake.core.yaml.YamlValue;
import java.io.Serializable;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;

/**
 * What becomes of characters that the key of a plate has not: key {@code plate_characters} of a
 * feed or a list. One word holds for all of them, or each kind has its own:
 *
 * <pre>{@code
 * plate_characters: {marks: fold, scripts: omit, symbols: omit}
 * }</pre>
 *
 * @param marks letters with marks, such as {@code Ö}
 * @param scripts letters and digits of other scripts
 * @param symbols signs that part nothing, such as a heart, an ampersand or an apostrophe
 */
public record PlateCharacters(Rule marks, Rule scripts, Rule symbols) implements Serializable {

  /** What becomes of one character. */
  public enum Rule {
    /** It stays, so that the text is no plate. */
    KEEP,
    /** It becomes the letter or digit that it looks like, where it looks like one. */
    FOLD,
    /** It goes. */
    OMIT
  }

  /** Nothing changes. */
  public static final PlateCharacters KEPT = new PlateCharacters(Rule.KEEP, Rule.KEEP, Rule.KEEP);

  /** Letters without a decomposition, and what they look like. */
  private static final Map<Integer, String> LATIN =
      Map.of(
          (int) '\u00D8',
          "O",
          (int) '\u0110',
          "D",
          (int) '\u00D0',
          "D",
          (int) '\u0141',
          "L",
          (int) '\u00C6',
          "AE",
          (int) '\u0152',
          "OE",
          (int) '\u00DF',
          "SS",
          (int) '\u1E9E',
          "SS",
          (int) '\u0126',
          "H",
          (int) '\u0131',
          "I");

  /** Letters of Cyrillic and Greek, each above the Latin letter that looks the same. */
  private static final String OTHERS =
      "\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0406\u0405\u0408"
          + "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7";

  private static final String LOOK = "ABEKMHOPCTYXISJ" + "ABEZHIKMNOPTYX";

  /** What readers write for a character that they did not see: the plate has one there. */
  private static final String UNREAD = "?*\uFFFD";

  /**
   * @param value null where the file has no such key
   */
  public static PlateCharacters read(YamlValue value) {
    if (value == null) {
      return KEPT;
    }
    if (!value.isMapping()) {
      Rule all = value.oneOf(List.of(Rule.values()));
      return new PlateCharacters(all, all, all == Rule.FOLD ? Rule.OMIT : all);
    }
    Map<String, YamlValue> keys = value.object("marks", "scripts", "symbols");
    YamlValue symbols = keys.get("symbols");
    if (symbols != null && symbols.oneOf(List.of(Rule.values())) == Rule.FOLD) {
      throw symbols.bad("a symbol looks like no letter", "Write keep or omit");
    }
    return new PlateCharacters(rule(keys.get("marks")), rule(keys.get("scripts")), rule(symbols));
  }

  private static Rule rule(YamlValue value) {
    return value == null ? Rule.KEEP : value.oneOf(List.of(Rule.values()));
  }

  /** The text by these rules; null stays null. */
  public String applied(String text) {
    if (text == null || equals(KEPT) || text.chars().allMatch(PlateCharacters::isPlain)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> append(c, out));
    return out.toString();
  }

  private static boolean isPlain(int c) {
    return c == ' ' || c == '-' || c < 128 && Character.isLetterOrDigit(c);
  }

  private void append(int c, StringBuilder out) {
    boolean separator =
        c < Character.MIN_SUPPLEMENTARY_CODE_POINT && PlateText.isSeparator((char) c);
    if (isPlain(c) || separator || UNREAD.indexOf(c) >= 0) {
      out.appendCodePoint(c);
      return;
    }
    boolean letter = Character.isLetterOrDigit(c) || isDrawnDigit(c);
    boolean latin = Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    boolean mark = Character.getType(c) == Character.NON_SPACING_MARK && !isSelector(c);
    switch (letter && latin || mark ? marks : letter ? scripts : symbols) {
      case KEEP -> out.appendCodePoint(c);
      case FOLD -> out.append(latin || mark ? withoutMarks(c) : likeLatin(c));
      case OMIT -> {
        // Nothing is left of it.
      }
    }
  }

  /** Raised, lowered or circled: {@code \u00B2}, {@code \u2082}, {@code \u2461}. */
  private static boolean isDrawnDigit(int c) {
    return Character.getType(c) == Character.OTHER_NUMBER && Character.getNumericValue(c) >= 0;
  }

  /** A sign without a width that chooses how the one before it looks. */
  private static boolean isSelector(int c) {
    return c >= 0xFE00 && c <= 0xFE0F;
  }

  private static String withoutMarks(int c) {
    int upper = Character.toUpperCase(c);
    if (LATIN.containsKey(upper) || LATIN.containsKey(c)) {
      return LATIN.getOrDefault(c, LATIN.get(upper));
    }
    return Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "");
  }

  private static String likeLatin(int c) {
    if (Character.isDigit(c)) {
      return Integer.toString(Character.digit(c, 10));
    }
    if (isDrawnDigit(c)) {
      return Integer.toString(Character.getNumericValue(c));
    }
    String bare =
        Normalizer.normalize(Character.toString(Character.toUpperCase(c)), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "");
    int at = bare.length() == 1 ? OTHERS.indexOf(bare) : -1;
    return at < 0 ? Character.toString(c) : LOOK.substring(at, at + 1);
  }
}
