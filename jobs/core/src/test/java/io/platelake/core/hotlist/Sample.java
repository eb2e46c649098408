package io.platelake.core.hotlist;

import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.hotlist.layout.RefusalCode;
import io.platelake.core.hotlist.layout.ShippedLayouts;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.yaml.YamlValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A layout's folder among the test resources, {@code hotlists/<name>}: a sample made by hand with
 * invented plates, what a definition adds to the layout in {@code list.yaml}, and in {@code
 * expected.txt} what becomes of every record, each line with the oddity that it stands for, and the
 * counts.
 */
record Sample(String name, Path folder) {
  private static final EntryRules RULES =
      new EntryRules(
          Set.of("stolen_vehicle", "stolen_plate", "missing_or_endangered_person", "felony"),
          Map.of(),
          Set.of("immigration_violator"),
          Set.of());

  static List<Sample> all() {
    return ShippedLayouts.names().stream().map(Sample::of).toList();
  }

  static Sample of(String name) {
    try {
      Path folder = Path.of(Sample.class.getResource("/hotlists").toURI());
      return new Sample(name, folder.resolve(name));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  Map<String, YamlValue> keys() {
    return ShippedLayouts.read(name).entries();
  }

  /** What an operator adds, as text. */
  String more() {
    Path more = folder.resolve("list.yaml");
    return Files.exists(more) ? text(more) : "";
  }

  /** A definition as an operator would write it. */
  ListDefinition definition() {
    return Lists.by("layout: " + name + "\n" + more());
  }

  Path file() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("sample."))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes() {
    try {
      return Files.readAllBytes(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the sample shows and gives, in the order of its records; the counts stand last. */
  List<Map.Entry<String, String>> expected() {
    return text(folder.resolve("expected.txt"))
        .lines()
        .map(line -> line.split(" => ", 2))
        .map(parts -> Map.entry(parts[0].strip(), parts[1].strip()))
        .toList();
  }

  List<String> outcomes() {
    List<String> outcomes = new ArrayList<>();
    ListCounts counts =
        read(
            bytes(),
            new ListSink() {
              @Override
              public void accepted(HotlistEntry entry) {
                outcomes.add(words(entry));
              }

              @Override
              public void refused(int line, RefusalCode code) {
                outcomes.add(code.name());
              }
            });
    outcomes.add(
        counts.records()
            + " records, "
            + counts.accepted()
            + " accepted, "
            + counts.refused()
            + " refused, "
            + counts.dropped()
            + " dropped, "
            + counts.duplicates()
            + " duplicate, "
            + counts.skipped()
            + " skipped"
            + word("made", counts.statedTime()));
    return outcomes;
  }

  ListCounts read(byte[] bytes, ListSink sink) {
    return new HotlistReader(definition(), RULES, OcrClasses.GENETEC, Set.of())
        .read(new ByteArrayInputStream(bytes), "list", sink);
  }

  private static String words(HotlistEntry e) {
    return e.plate()
        + word("state", e.state())
        + word("category", e.category())
        + word("case", e.caseNumber())
        + word("determination", e.determination())
        + word("instructions", quoted(e.instructions()))
        + word("make", e.vehicle().make())
        + word("model", e.vehicle().model())
        + word("color", e.vehicle().color())
        + word("begins", e.begins())
        + word("expires", e.expires());
  }

  private static String quoted(String text) {
    return text == null ? null : '"' + text.replace("\n", "\\n") + '"';
  }

  private static String word(String name, Object value) {
    return value == null ? "" : " " + name + "=" + value;
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
