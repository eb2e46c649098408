package io.platelake.core.hotlist;

import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.hotlist.layout.ListField;
import io.platelake.core.plate.OcrClasses;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** Definitions, and the rules of a strict policy. */
public final class Lists {
  static final EntryRules RULES =
      new EntryRules(
          Set.of("stolen_vehicle", "warrant"),
          Map.of("warrant", Set.of("felony", "gross_misdemeanor")),
          Set.of("immigration_violator"),
          Set.of());

  private Lists() {}

  /** A definition whose headers are the canonical names. */
  static ListDefinition definition(char delimiter, boolean letterOAsZero, ListField... fields) {
    StringBuilder yaml = new StringBuilder(HEAD);
    yaml.append("format: csv\ndelimiter: \"" + delimiter + "\"\n");
    yaml.append("letter_o_as_zero: " + letterOAsZero + "\ncolumns:\n");
    for (ListField field : fields) {
      yaml.append("  " + field.key() + ": " + field.key() + "\n");
    }
    return ListDefinition.read(yaml.toString(), "stolen.yaml");
  }

  static final String HEAD =
      "id: stolen\nagency: city-2\npurpose: criminal\nsource: wa_state_cjis\n";

  /** A definition that goes by a layout; {@code more} follows its first keys. */
  public static ListDefinition by(String more) {
    return ListDefinition.read(HEAD + more, "stolen.yaml");
  }

  public static ParsedList parse(String text, ListDefinition definition) {
    return parse(text, definition, RULES);
  }

  public static ParsedList parse(String text, ListDefinition definition, EntryRules rules) {
    return parse(text.getBytes(StandardCharsets.UTF_8), definition, rules);
  }

  public static ParsedList parse(byte[] bytes, ListDefinition definition, EntryRules rules) {
    ParsedList.Sink sink = new ParsedList.Sink();
    return sink.with(
        new HotlistReader(definition, rules, OcrClasses.GENETEC, Set.of())
            .read(new ByteArrayInputStream(bytes), "list.csv", sink));
  }
}
