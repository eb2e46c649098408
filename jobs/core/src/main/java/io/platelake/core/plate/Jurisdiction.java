package io.platelake.core.plate;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The two-letter code of who issued a plate, as in column {@code state}.
 *
 * <p>US states, the District of Columbia and territories by their postal codes, {@code US} for
 * federal government plates, Canadian provinces and territories by their postal codes, and {@code
 * MX} for Mexico as a whole: Mexican serials are unique in the country, and the two-letter codes in
 * use for Mexican states collide with US and Canadian ones.
 */
public final class Jurisdiction {
  private static final Set<String> CODES =
      Set.of(
          """
          AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ
          NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AS GU MP PR VI US
          AB BC MB NB NL NS NT NU ON PE QC SK YT MX"""
              .split("\\s+"));

  private Jurisdiction() {}

  /** The code in upper case, or empty when {@code raw} is null, blank or no known code. */
  public static Optional<String> code(String raw) {
    return Optional.ofNullable(raw)
        .map(text -> text.strip().toUpperCase(Locale.ROOT))
        .filter(CODES::contains);
  }
}
