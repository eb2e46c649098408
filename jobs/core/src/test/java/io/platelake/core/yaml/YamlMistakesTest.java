package io.platelake.core.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.platelake.core.BadInput;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.hotlist.layout.ListDefinition;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** A file with several mistakes is corrected in one go. */
class YamlMistakesTest {

  @Test
  void shouldNameEveryMistakeOfAFeedFile() {
    assertEquals(
        List.of(
            "line 6, key imagse: is an unknown key.",
            "line 10, key mapping.fields.plate.coeds: is an unknown key.",
            "line 11, key mapping.fields.captured_at.pattern: is not a pattern of dates.",
            "line 5, key confidence_scale: has the unknown value 'percents'."),
        said(
            """
            id: north
            agency: city-2
            purpose: criminal
            time_zone: UTC
            confidence_scale: percents
            imagse: drop
            mapping:
              format: jsonl
              fields:
                plate: {at: p, coeds: {}}
                captured_at: {at: t, pattern: bogus}
                camera: c
            """,
            FeedDefinition::read));
  }

  /** A value that is left out makes no other key wrong. */
  @Test
  void shouldNameNoMistakeThatOnlyARepairMakes() {
    assertEquals(
        List.of("line 1, key id: is not an id."),
        said("id: a b\nagency: city-2\npurpose: p\nlayout: openalpr\n", FeedDefinition::read));
    assertEquals(
        List.of("line 4, key time_zone: is not a time zone."),
        said(
            "id: a\nagency: city-2\npurpose: p\ntime_zone: Mars\nlayout: lilin\n",
            FeedDefinition::read));
    assertEquals(
        List.of(
            "line 1: lacks the required key 'agency'.",
            "line 1: lacks the required key 'purpose'."),
        said("id: a\nlayout: openalpr\n", FeedDefinition::read));
  }

  @Test
  void shouldNameEveryMistakeOfAListDefinition() {
    assertEquals(
        List.of(
            "line 3, key colour: is an unknown key.",
            "line 1: lacks the required key 'purpose'.",
            "line 1: lacks the required key 'source'.",
            "line 5, key columns.categry: is an unknown key.",
            "line 5, key columns.state.codes: is a list or a mapping, not a text."),
        said(
            """
            id: a
            agency: city-2
            colour: red
            format: csv
            columns: {plate: LIC, categry: CAT, state: {at: S, codes: [a]}}
            """,
            ListDefinition::read));
  }

  private static List<String> said(String yaml, BiFunction<String, String, ?> reader) {
    BadInput bad = assertThrows(BadInput.class, () -> reader.apply(yaml, "f.yaml"));
    return bad.getMessage()
        .lines()
        .map(line -> line.replace("f.yaml, ", "").replaceAll("(\\.|,) [A-Z].*|, since.*", "."))
        .toList();
  }
}
