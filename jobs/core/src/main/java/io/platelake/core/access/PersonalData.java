package io.platelake.core.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds personal data in a stated reason, by its form. A name alone has no form. */
final class PersonalData {
  private static final Map<String, Pattern> FORMS = new LinkedHashMap<>();

  static {
    form("social security number", "\\b\\d{3}[- ]\\d{2}[- ]\\d{4}\\b|\\bssn\\b");
    form("telephone number", "(?<!\\d)\\(?\\d{3}\\)?[ .-]{1,2}\\d{3}[ .-]\\d{4}(?!\\d)");
    form(
        "date of birth",
        "\\bdob\\b|\\bborn\\b|\\bdate of birth\\b"
            + "|\\b\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)\\d{2}\\b|\\b(?:19|20)\\d{2}-\\d{2}-\\d{2}\\b");
    form("e-mail address", "[\\w.+-]+@[\\w-]+\\.[a-z]{2,}");
    form(
        "street address",
        "\\b\\d{1,6} (?:[nsew] )?[a-z]+ (?:st|street|ave|avenue|rd|road|blvd|dr|drive|ln|lane|ct|way)\\b");
    form("driver's licence", "\\b(?:dl|oln|cdl)\\b|\\bdriver'?s? licen[cs]e\\b");
    form(
        "criminal history",
        "\\bclets\\b|\\bncic\\b|\\brap sheet\\b|\\bcriminal (?:history|record)\\b|\\bcii\\b"
            + "|\\bprior (?:arrest|conviction)s?\\b|\\bpriors\\b|\\bconvicted\\b|\\bparolee\\b"
            + "|\\bon (?:parole|probation)\\b");
  }

  private PersonalData() {}

  private static void form(String kind, String regex) {
    FORMS.put(kind, Pattern.compile(regex, Pattern.CASE_INSENSITIVE));
  }

  /** The first kind of personal data that a text has the form of. */
  static Optional<String> find(String text) {
    for (Map.Entry<String, Pattern> form : FORMS.entrySet()) {
      if (form.getValue().matcher(text).find()) {
        return Optional.of(form.getKey());
      }
    }
    return Optional.empty();
  }
}
