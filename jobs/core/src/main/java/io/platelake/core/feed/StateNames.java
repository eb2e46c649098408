package io.platelake.core.feed;

import io.platelake.core.record.Words;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The many spellings of a US state or Canadian province, and the two upper-case letters they mean.
 *
 * <p>Understood are {@code us-ma}, {@code ca-bc}, {@code ma}, {@code massachusetts}, {@code
 * new_hampshire}. Mexican states share letters with others, so {@code mx-bcn} is {@code MX}. What
 * is not understood is unknown (null), never a guess.
 */
final class StateNames {
  private static final String US =
      """
      AL alabama,AK alaska,AZ arizona,AR arkansas,CA california,CO colorado,CT connecticut,
      DE delaware,FL florida,GA georgia,HI hawaii,ID idaho,IL illinois,IN indiana,IA iowa,
      KS kansas,KY kentucky,LA louisiana,ME maine,MD maryland,MA massachusetts,MI michigan,
      MN minnesota,MS mississippi,MO missouri,MT montana,NE nebraska,NV nevada,NH new hampshire,
      NJ new jersey,NM new mexico,NY new york,NC north carolina,ND north dakota,OH ohio,
      OK oklahoma,OR oregon,PA pennsylvania,RI rhode island,SC south carolina,SD south dakota,
      TN tennessee,TX texas,UT utah,VT vermont,VA virginia,WA washington,WV west virginia,
      WI wisconsin,WY wyoming,DC district of columbia,AS american samoa,GU guam,
      MP northern mariana islands,PR puerto rico,VI virgin islands""";

  private static final String CANADA =
      """
      AB alberta,BC british columbia,MB manitoba,NB new brunswick,NL newfoundland and labrador,
      NS nova scotia,NT northwest territories,NU nunavut,ON ontario,PE prince edward island,
      QC quebec,SK saskatchewan,YT yukon""";

  private static final Map<String, String> US_CODES = new HashMap<>();
  private static final Map<String, String> CANADA_CODES = new HashMap<>();
  private static final Map<String, String> NAMES = new HashMap<>();

  static {
    load(US, US_CODES);
    load(CANADA, CANADA_CODES);
    NAMES.put("washington dc", "DC");
  }

  private StateNames() {}

  /**
   * @param raw as the vendor writes it
   * @param country lower-case alpha-2 of its country, null when the vendor gives none
   */
  static String code(String raw, String country, StatePrefix prefix) {
    String text = Words.known(raw);
    if (text == null) {
      return null;
    }
    text = text.toLowerCase(Locale.ROOT);
    if (text.length() == 2) {
      return prefix == StatePrefix.REQUIRED ? null : bare(text, country);
    }
    boolean prefixed =
        text.length() >= 4
            && text.length() <= 6
            && (text.charAt(2) == '-' || text.charAt(2) == '_');
    if (prefixed) {
      String state = text.substring(3);
      return switch (text.substring(0, 2)) {
        case "us" -> US_CODES.get(state);
        case "ca" -> CANADA_CODES.get(state);
        case "mx" -> "MX";
        default -> null;
      };
    }
    return NAMES.get(text.replace('_', ' ').replace('-', ' '));
  }

  private static String bare(String state, String country) {
    String stated = Words.known(country);
    return switch (stated == null ? "" : stated.toLowerCase(Locale.ROOT)) {
      case "us" -> US_CODES.get(state);
      case "ca" -> CANADA_CODES.get(state);
      // The two sets of codes have none in common.
      case "" -> US_CODES.getOrDefault(state, CANADA_CODES.get(state));
      default -> null;
    };
  }

  private static void load(String table, Map<String, String> codes) {
    for (String entry : table.split(",\\s*")) {
      String code = entry.substring(0, 2);
      codes.put(code.toLowerCase(Locale.ROOT), code);
      NAMES.put(entry.substring(3), code);
    }
  }
}
