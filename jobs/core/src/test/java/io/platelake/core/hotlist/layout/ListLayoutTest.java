package io.platelake.core.hotlist.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.hotlist.HotlistEntry;
import io.platelake.core.hotlist.Lists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a definition says about a layout goes before what the layout says. */
class ListLayoutTest {
  private static final String NCIC = "layout: us-ncic\ncategories: {V: stolen_vehicle}\n";
  private static final String LINE =
      "V" + "V00000001" + "WA0000000" + "20260501" + "TST0001   " + "NB" + "2026PC2019";

  @Test
  void shouldKnowItsNameAndText() {
    ListDefinition list = Lists.by(NCIC);
    assertEquals("us-ncic", list.layoutName());
    assertTrue(list.layoutText().contains("title: NCIC extract"));
    assertTrue(list.letterOAsZero());
    assertTrue(ShippedLayouts.names().contains("us-ncic"));
  }

  @Test
  void shouldOverridePartsOfALayout() {
    String text = LINE + "F0RD\n";
    HotlistEntry plain = Lists.parse("head\n" + text, Lists.by(NCIC)).accepted().get(0);
    assertNull(plain.state());
    HotlistEntry changed =
        Lists.parse(
                text,
                Lists.by(
                    NCIC
                        + "override:\n"
                        + "  header: none\n"
                        + "  fields:\n"
                        + "    state: {codes: {NB: NE}}\n"
                        + "    make: {codes: {FORD: lincoln}}\n"
                        + "    case_number: {match: '^V(.*)$'}\n"))
            .accepted()
            .get(0);
    assertEquals("NE", changed.state());
    assertEquals("lincoln", changed.vehicle().make());
    assertEquals("00000001", changed.caseNumber());
  }

  @Test
  void shouldTranslateCategoriesOfColumnsToo() {
    ListDefinition list =
        Lists.by(
            "format: csv\ncolumns: {plate: p, category: c}\ncategories: {10-99: stolen_vehicle}\n");
    assertEquals(
        "stolen_vehicle", Lists.parse("p,c\nTST0001,10-99\n", list).accepted().get(0).category());
  }

  @Test
  void shouldTellForeignListsFromOwn() {
    ListDefinition list = Lists.by(NCIC + "owner: city-9\n");
    assertEquals("city-9", list.owner());
    assertTrue(list.isForeign());
  }

  @Test
  void shouldSayWhichFieldOfALayoutIsMissing() {
    Refusal e =
        assertThrows(
            Refusal.class,
            () -> Lists.parse("LICENSE_PLATE\n", Lists.by("layout: platerecognizer")));
    assertTrue(e.getMessage().contains("Add mapping.fields.category"), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layout: us-nowhere | line 5, key layout: is not a known layout",
        "layout: us-ia | key mapping.fields.plate: where plates stand is missing",
        "layout: genetec | key mapping.fields.begins.zone: the time zone of its dates is missing",
        "layout: lilin | key mapping.fields.expires.zone: the time zone of its dates is missing",
        "'layout: us-ncic\nformat: csv' | line 6, key format: has no effect beside a layout",
        "'format: csv\n"
            + "override: {}\n"
            + "columns: {plate: p}' | line 6, key override: has no layout to change",
        "'layout: us-ncic\n"
            + "override: {quotes: none}' | key override.quotes: only format csv has it",
        "'layout: us-ncic\noverride: {lines: 3}' | line 6, key override.lines: is an unknown key",
        "'layout: us-ncic\n"
            + "override: {fields: {plat: \"0:3\"}}' | key override.fields.plat: is an unknown key",
        "'layout: us-ncic\noverride: {fields: {plate: \"9:3\"}}' | ends before it starts",
        "'layout: us-ncic\noverride: {fields: {plate: LIC}}' | is not a position",
        "'layout: us-tx-ncic\noverride: {fields: {plate: 0}}' | without a header columns have numbers",
        "'layout: us-tx-ncic\noverride: {fields: {plate: LIC}}' | without a header columns have numbers",
        "'layout: us-ncic\noverride: {fields: {make: {codes: colors}}}' | is not a code table",
        "'layout: us-ncic\n"
            + "override: {fields: {make: {others: x}}}' | `x`. Use one of keep, unknown",
        "'layout: us-ncic\n"
            + "override: {fields: {make: {value: x}}}' | needs at or value, and not both",
        "'layout: us-ncic\noverride: {fields: {make: {match: \"(\"}}}' | not a regular expression",
        "'layout: us-ncic\noverride: {fields: {make: {match: a}}}' | has not exactly one group",
        "'layout: us-ncic\n"
            + "override: {fields: {expires: {at: 1, date: bb}}}' | is not a pattern of dates",
        "'layout: us-ncic\n"
            + "override: {fields: {expires: {at: 1, zone: Moon}}}' | is not a time zone",
        "'layout: us-ncic\noverride: {length: {min: 3, max: 2}}' | has a min above its max",
        "'layout: us-ncic\noverride: {header: names}' | names no columns",
        "'layout: us-ncic\n"
            + "override: {header: first}' | unknown value `first`. Use one of names, none, optional, line",
        "'layout: us-ncic\noverride: {header: {match: a, time: yyyy}}' | pattern and zone together",
        "'layout: us-ncic\n"
            + "override: {header: {match: a, time: yyyy, zone: UTC}}' | has not exactly one group",
        "'layout: us-ncic\n"
            + "override: {record_type: {known: A}, fillers: [\"?\"]}' | a text that is not a plate",
        "'layout: {fields: {plate: \"0:3\"}}' | line 5, key layout: lacks the required key"
            + " `format`",
        "'layout: {format: fixed, record_type: {known: A}}' | key layout.record_type: lacks the"
            + " required key `at`",
        "'layout: {format: fixed, record_type: {at: 0}}' | key layout.record_type: lacks the"
            + " required key `wanted`",
        "'layout: us-ncic\ncategories: [V]' | key categories: is not a mapping",
      })
  void shouldSayWhatIsWrongWithALayout(String more, String why) {
    BadInput e = assertThrows(BadInput.class, () -> Lists.by(more + "\n"));
    assertTrue(e.getMessage().startsWith("stolen.yaml"), e.getMessage());
    assertTrue(e.getMessage().contains(why.replace('`', '\'')), e.getMessage());
  }
}
