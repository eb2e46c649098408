package io.platelake.core.hotlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.hotlist.layout.ListField;
import io.platelake.core.hotlist.layout.RefusalCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HotlistReaderErrorsTest {
  private static final String CANARY = "CANARY7";
  private static final ListDefinition DEFINITION =
      Lists.definition(',', false, ListField.PLATE, ListField.CATEGORY);

  /** In the texts {@code /} stands for a line end and {@code '} for a quote. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|list.csv|empty",
        "/ /|list.csv|empty",
        "lic,category/CANARY7,x|list.csv, line 1, column plate|no such column",
        "Plates,category/CANARY7,x|list.csv, line 1, column plate|no such column",
        "plate;category/CANARY7;x|list.csv, line 1, column plate|no such column",
        "plate,category,plate/CANARY7,x,y|list.csv, line 1, column plate|has it twice",
        "Plate,category, PLATE/CANARY7,x,y|list.csv, line 1, column plate|has it twice",
        "/plate/CANARY7|list.csv, line 2, column category|no such column",
        "plate,category/CANARY7|list.csv, line 2|it has 1 cells, the header has 2",
        "plate,category/A1,stolen_vehicle//CANARY7,x,y|list.csv, line 4|it has 3 cells",
        "plate,category/A1,stolen_vehicle/'CANARY7,x|list.csv, line 3|quoted cell is not closed",
        "plate,category/'CANARY7'CANARY7,x|list.csv, line 2|text follows its closing quote",
      })
  void shouldNameThePlaceAndNoPlate(String text, String place, String why) {
    String lines = text.replace('/', '\n').replace('\'', '"');
    var error = assertThrows(BadInput.class, () -> Lists.parse(lines, DEFINITION));
    assertTrue(error.getMessage().startsWith(place), error.getMessage());
    assertTrue(error.getMessage().contains(why), error.getMessage());
    assertFalse(error.getMessage().contains(CANARY), error.getMessage());
    assertNull(error.getCause());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u0001", "\u001f", "\u007f", "\u0085", "\uFFFD"})
  void shouldRefuseTextThatIsNone(String character) {
    String text = "plate,category\nA1,stolen_vehicle\nCANARY7" + character + ",x\n";
    var error = assertThrows(BadInput.class, () -> Lists.parse(text, DEFINITION));
    assertTrue(error.getMessage().startsWith("list.csv, line 3: "), error.getMessage());
    assertFalse(error.getMessage().contains(CANARY));
  }

  @Test
  void shouldRefuseBytesOfAnotherEncoding() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        "plate,category\nCANARY7,stolen_vehicle\n\u00e9,".getBytes(StandardCharsets.ISO_8859_1));
    var error = assertThrows(BadInput.class, () -> parse(bytes.toByteArray()));
    assertTrue(
        error.getMessage().startsWith("list.csv, line 3: bytes are not UTF-8"), error.getMessage());
  }

  @Test
  void shouldRefuseACutMultiByteCharacter() {
    byte[] whole = "plate,category\nA1,stolen_v\u00e9".getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);
    assertThrows(BadInput.class, () -> parse(cut));
  }

  @Test
  void shouldReadBytesInTheEncodingOfTheDefinition() {
    ListDefinition latin =
        ListDefinition.read(
            "{id: l, agency: a, purpose: p, source: s, format: csv, encoding: ISO-8859-1,"
                + " columns: {plate: Num\u00e9ro, category: category}}",
            "l.yaml");
    byte[] bytes =
        "Num\u00e9ro,category\nA1,stolen_vehicle\n".getBytes(StandardCharsets.ISO_8859_1);
    ParsedList list = Lists.parse(bytes, latin, Lists.RULES);
    assertEquals("A1", list.accepted().get(0).plate());
  }

  @ParameterizedTest
  @EnumSource(
      value = ListField.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PLATE", "CATEGORY"})
  void shouldRefuseARecordWithoutARequiredField(ListField field) {
    ListDefinition mapped =
        Lists.definition(',', false, ListField.PLATE, ListField.CATEGORY, field);
    EntryRules rules = requiring(field);
    String text = "plate,category," + field.key() + "\nA1,stolen_vehicle, \n";
    ParsedList list = Lists.parse(text, mapped, rules);

    String code =
        Set.of("MAKE", "MODEL", "COLOR", "BODY").contains(field.name())
            ? "VEHICLE_TRAIT_MISSING"
            : field.name() + "_MISSING";
    assertEquals(List.of(new ParsedList.Refused(2, RefusalCode.valueOf(code))), list.refused());
  }

  @Test
  void shouldSayWhichRequiredFieldTheDefinitionDoesNotMap() {
    EntryRules rules = requiring(ListField.CASE_NUMBER);
    var error =
        assertThrows(Refusal.class, () -> Lists.parse("plate,category\n", DEFINITION, rules));
    assertTrue(error.getMessage().contains("columns.case_number"), error.getMessage());
    assertThrows(
        Refusal.class,
        () -> Lists.parse("plate\nA1\n", Lists.definition(',', false, ListField.PLATE)));
  }

  @Test
  void shouldRefuseRulesThatContradictThemselves() {
    Set<String> none = Set.of();
    assertThrows(
        BadInput.class, () -> new EntryRules(Set.of("a"), Map.of(), Set.of("a"), Set.of()));
    assertThrows(
        BadInput.class,
        () -> new EntryRules(Set.of("a"), Map.of("b", Set.of("felony")), none, Set.of()));
    assertEquals(
        Map.of(), new EntryRules(Set.of("a"), Map.of("a", none), none, Set.of()).offenceClasses());
  }

  private static EntryRules requiring(ListField field) {
    return new EntryRules(Set.of("stolen_vehicle"), Map.of(), Set.of(), Set.of(field));
  }

  private static ParsedList parse(byte[] bytes) {
    return Lists.parse(bytes, DEFINITION, Lists.RULES);
  }
}
