package io.platelake.lake.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on reading the tables names those that the contracts call harmless, and no others. */
class ReadingPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "."), "..", "..", "schemas", "READING.md");

  @Test
  void shouldNameTheTablesThatGiveAwayNothing() throws IOException {
    assertEquals(tables(false), listed("harmless"));
  }

  @Test
  void shouldNameTheTablesThatNameStaffOnly() throws IOException {
    assertEquals(tables(true), listed("staff"));
  }

  private static Set<String> tables(boolean withPersons) {
    return Contracts.load().all().stream()
        .filter(t -> t.sensitivity() == Sensitivity.NONE)
        .filter(
            t ->
                withPersons
                    == t.columns().stream().anyMatch(c -> c.sensitivity() != Sensitivity.NONE))
        .map(TableContract::table)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> listed(String list) throws IOException {
    String page = Files.readString(PAGE);
    String part =
        page.substring(page.indexOf("<!-- " + list + " -->"), page.indexOf("end of " + list));
    Matcher names = Pattern.compile("`(\\w+)`").matcher(part);
    return names.results().map(n -> n.group(1)).collect(Collectors.toCollection(TreeSet::new));
  }
}
