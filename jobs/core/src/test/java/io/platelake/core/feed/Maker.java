package io.platelake.core.feed;

import io.platelake.core.mapping.MappedField;
import io.platelake.core.yaml.YamlValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A maker's folder among the test resources, {@code feeds/<name>}: samples made by hand with
 * invented plates, what a feed has to add in {@code feed.yaml}, and in {@code expected.txt} what
 * becomes of every record, each line with the oddity that it stands for.
 */
public record Maker(String name, Path folder) {

  public static List<Maker> all() {
    return MakerFormats.names().stream().map(Maker::of).toList();
  }

  static Maker of(String name) {
    try {
      return new Maker(name, Path.of(Maker.class.getResource("/feeds").toURI()).resolve(name));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The entries of the maker's definition. */
  public Map<String, YamlValue> keys() {
    return MakerFormats.keys(name);
  }

  /** A feed as an operator would write it. */
  public FeedDefinition feed() {
    Path more = folder.resolve("feed.yaml");
    return Feeds.feed(name, Files.exists(more) ? text(more) : "");
  }

  public List<Path> samples() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("sample"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Expected outcomes by what they show, in the order of samples and records. */
  List<Map.Entry<String, String>> expected() {
    return text(folder.resolve("expected.txt"))
        .lines()
        .map(line -> line.split(" => ", 2))
        .map(parts -> Map.entry(parts[0].strip(), parts[1].strip()))
        .toList();
  }

  List<String> outcomes() {
    return samples().stream()
        .flatMap(file -> Feeds.outcomes(feed(), bytes(file)).stream())
        .map(Maker::words)
        .toList();
  }

  /** Everything an outcome states, unknown fields left out. */
  public static String words(RecordResult outcome) {
    if (outcome.parsed() instanceof ParsedRead.Defect d) {
      return d.reason()
          + " ("
          + d.place()
          + ")"
          + word("at", d.capturedAt())
          + word("camera", d.cameraId())
          + word("position", d.lat() == null ? null : d.lat() + "," + d.lon());
    }
    ParsedRead.Read understood = (ParsedRead.Read) outcome.parsed();
    CanonicalRead r = understood.read();
    List<String> unclear = understood.unknown().stream().map(MappedField::key).sorted().toList();
    List<String> candidates =
        r.candidates().stream()
            .map(c -> c.plate() + (c.confidence() == null ? "" : ":" + number(c.confidence())))
            .toList();
    return r.plate()
        + word("at", r.capturedAt())
        + word("camera", r.cameraId())
        + word("confidence", number(r.confidence()))
        + word("state", r.state())
        + word("state_confidence", number(r.stateConfidence()))
        + word("make", r.make())
        + word("model", r.model())
        + word("color", r.color())
        + word("body", r.body())
        + word("direction", number(r.direction()))
        + word("position", r.lat() == null ? null : number(r.lat()) + "," + number(r.lon()))
        + word("candidates", candidates.isEmpty() ? null : candidates)
        + word("image", r.imageRef())
        + word("event", r.eventKey())
        + word("unknown", unclear.isEmpty() ? null : unclear);
  }

  private static String word(String name, Object value) {
    return value == null ? "" : " " + name + "=" + value;
  }

  private static String number(Double value) {
    return value == null
        ? null
        : String.format(Locale.ROOT, "%.8f", value).replaceFirst("\\.?0+$", "");
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
