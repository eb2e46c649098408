package io.platelake.core.feed;

import io.platelake.core.yaml.YamlValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The page of the maker that a layout follows: key {@code page} of its definition.
 *
 * @param at what page it is; empty where none was found
 * @param key how its date is meant: {@code dated}, {@code read} or {@code not_found}
 */
record MakersPage(String at, String key, LocalDate on) {
  static MakersPage of(Maker maker) {
    YamlValue page = maker.keys().get("page");
    Map<String, YamlValue> keys = page.object("at", "dated", "read", "not_found");
    for (String key : List.of("dated", "read", "not_found")) {
      boolean found = !key.equals("not_found");
      if (keys.containsKey(key) && keys.size() == (found ? 2 : 1)) {
        String at = found ? page.required(keys, "at").text() : "";
        return new MakersPage(at, key, LocalDate.parse(keys.get(key).text()));
      }
    }
    throw page.bad("needs at with dated or read, or not_found alone", "Correct it");
  }

  /** For a table. */
  String date() {
    return key.equals("dated") ? "of " + on : key.replace('_', ' ') + " " + on;
  }

  String words() {
    return switch (key) {
      case "dated" -> at + "; it shows the date " + on + ".";
      case "read" -> at + "; without a date, read on " + on + ".";
      default -> "none was found on " + on + ".";
    };
  }
}
