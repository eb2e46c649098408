package io.platelake.core.hotlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.hotlist.layout.ListField;
import io.platelake.core.plate.PlateKey;
import io.platelake.core.plate.PlateText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HotlistReaderPropertyTest {
  private static final ListDefinition DEFINITION =
      Lists.definition(',', false, ListField.PLATE, ListField.STATE, ListField.CATEGORY);

  private record Line(String plate, String state, String category) {}

  @Property(tries = 200)
  void shouldAccountForEveryRecord(@ForAll("lines") List<Line> lines) {
    StringBuilder text = new StringBuilder("plate,state,category\n");
    lines.forEach(l -> text.append(l.plate + "," + l.state + "," + l.category + "\n"));
    ParsedList list = Lists.parse(text.toString(), DEFINITION);

    Set<Line> distinct = new LinkedHashSet<>(lines.stream().filter(this::acceptable).toList());
    assertEquals(lines.size(), list.records());
    assertEquals(
        List.copyOf(distinct),
        list.accepted().stream().map(e -> new Line(e.plate(), state(e), e.category())).toList());
    assertEquals(
        lines.stream().filter(l -> l.category.equals("immigration_violator")).count(),
        list.dropped().getOrDefault("immigration_violator", 0L));
    assertEquals(
        lines.stream().filter(this::acceptable).count() - distinct.size(), list.duplicates());
    list.accepted().forEach(e -> assertEquals(e.plate(), PlateKey.unpack(e.plateKey())));
  }

  @Property(tries = 300)
  void shouldReadAnyTextOrNameItsPlace(@ForAll String body) {
    try {
      ParsedList list = Lists.parse("plate,state,category\n" + body, DEFINITION);
      assertTrue(list.accepted().stream().allMatch(e -> !e.plate().isEmpty()));
    } catch (BadInput error) {
      assertTrue(error.getMessage().startsWith("list.csv, line "), error.getMessage());
    }
  }

  @Provide
  Arbitrary<List<Line>> lines() {
    Arbitrary<String> plates = Arbitraries.of("A1", "B2", "C3", "0", "00", "A?", "", "NONE");
    Arbitrary<String> states = Arbitraries.of("WA", "OR", "", "ZZ");
    Arbitrary<String> categories =
        Arbitraries.of("stolen_vehicle", "immigration_violator", "warrant", "");
    return Combinators.combine(plates, states, categories).as(Line::new).list().ofMaxSize(40);
  }

  private boolean acceptable(Line line) {
    return PlateText.normalise(line.plate).isPresent()
        && !line.plate.startsWith("0")
        && !line.state.equals("ZZ")
        && line.category.equals("stolen_vehicle");
  }

  private static String state(HotlistEntry entry) {
    return entry.state() == null ? "" : entry.state();
  }
}
