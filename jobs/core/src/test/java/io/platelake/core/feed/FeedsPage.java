package io.platelake.core.feed;

import io.platelake.core.mapping.MappedField;
import io.platelake.core.yaml.YamlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code schemas/FEEDS.md}: the formats of makers, what proves them and what they are read by. */
final class FeedsPage {
  private static final String SAMPLES = "../jobs/core/src/test/resources/feeds/";

  /** Keys of a feed's mapping alone, and what each is for. */
  static final Map<String, String> KEYS = new LinkedHashMap<>();

  static {
    KEYS.put("unread", "places and words that say that no plate was read");
    KEYS.put("candidates", "places of further readings: a text, a list of texts or of objects");
    KEYS.put(
        "images",
        "`kind` (`plate_crop`, `vehicle_crop` or `scene`, each once) and `at` of"
            + " pictures as base64, in Parquet and Avro also as bytes: JPEG, PNG or WebP of 2 MiB at"
            + " most; decoded only where the"
            + " policy of the purpose keeps them and the feed does not say `images: drop`");
    KEYS.put("position_unit", "`degrees`, `dms` (degrees, minutes, seconds, letter) or `e7`");
  }

  private final StringBuilder md = new StringBuilder();

  private FeedsPage() {}

  static String of(List<Maker> makers) {
    FeedsPage page = new FeedsPage();
    page.head(makers);
    page.own();
    makers.forEach(page::maker);
    return page.md.toString();
  }

  private void head(List<Maker> makers) {
    md.append("# Formats that feeds come in\n\n");
    md.append("Generated from `schemas/feeds/` and the samples of the tests by `make schemas`; do");
    md.append(" not edit. A test fails when this page is stale or a sample gives anything else.\n");
    md.append("\nA feed names its format as `layout`, and may override any part of its");
    md.append(" `mapping`. What is proven by a layout only is waiting for an operator's sample.");
    md.append("\n\n");
    row("layout", "format", "proof", "records in the samples", "read");
    row("---", "---", "---", "--:", "--:");
    for (Maker maker : makers) {
      long reads = maker.expected().stream().filter(e -> isRead(e.getValue())).count();
      row(
          "[" + maker.name() + "](#" + maker.name() + ")",
          text(maker, "title"),
          text(maker, "proof"),
          Integer.toString(maker.expected().size()),
          Long.toString(reads));
    }
  }

  private void own() {
    md.append("\n## A format of your own\n\n");
    md.append("A feed without a `layout` has a `mapping` of its own, in the language of");
    md.append(" [MAPPING.md](MAPPING.md), which hot lists share. Fields are ");
    md.append(
        Arrays.stream(MappedField.values())
            .map(field -> "`" + field.key() + "`")
            .collect(Collectors.joining(", ")));
    md.append(". A feed alone has the keys in the table. Documents may");
    md.append(
        " be parts of a multipart body. A picture in a part goes to the read of the document");
    md.append(
        " in front of it. `plate` or `vehicle` in the name of the part tells its kind, which");
    md.append(" is a scene otherwise. Files may be");
    md.append(
        " packed by gzip, zstd or zip, which their first bytes tell and not their names.\n\n");
    row("key", "means");
    row("---", "---");
    KEYS.forEach((key, meaning) -> row("`" + key + "`", meaning));
    md.append("\nParquet and Avro are read as if every record were a JSON document: groups and");
    md.append(
        " maps are objects, lists and repeated fields arrays, a union is its value. Types say");
    md.append(
        " what a value is: timestamps are ISO 8601, with `Z` where the type is an instant and");
    md.append(" local where it is not, so that `captured_at` needs no `format`; a plain integer");
    md.append(
        " needs one as in JSON. Dates, times, decimals, enums and UUIDs are texts and numbers;");
    md.append(" bytes are text where they are UTF-8. A file that has no column for a mapped field");
    md.append(" gives one record that names it, and no read. Pages and blocks may be packed by");
    md.append(" snappy, gzip, zstd or lz4_raw (Parquet), and by deflate, snappy or zstandard");
    md.append(
        " (Avro). Damage costs the row group or block it is in. Parquet is not read where it");
    md.append(
        " is encrypted, has a row group above 256 MiB, or lies in an archive and is above 128");
    md.append(" MiB.\n");
    md.append("\nA feed states its `area` too: latitude and longitude written the wrong way round");
    md.append(
        " stay on the earth for half of the world, and only the agency's own area tells.\n\n");
    md.append("Words for a plate that was not read are in `schemas/plates/no-plate.yaml`. Such a");
    md.append(" read is refused as `NO_PLATE` and counted by word. A feed adds words, and names");
    md.append(" those that are plates there: `no_plate_words: {add: [SIN LAMINA], plates:");
    md.append(" [MISSING]}`.\n\n");
    md.append("## What a read is\n\n");
    md.append("A read is one plate in one event of a camera: agency, camera, instant, `event_id`");
    md.append(" and plate. A record that agrees in all of them is a duplicate, also in another");
    md.append(
        " file or feed. Two plates are never one read. Where a maker gives no `event_id`, or");
    md.append(" zeros, the event is the plate at its instant. These keys of a feed say more:\n\n");
    row("key", "means");
    row("---", "---");
    row(
        "`event.another_plate`",
        "another plate with the same camera, instant and `event_id` is another `vehicle` (the"
            + " default), or a `correction`: then the later reading is matched, and the earlier one"
            + " stays beside it");
    row(
        "`event.time`",
        "`exact` (the default), or `second` where a maker repeats an event without its fraction of"
            + " a second");
    row(
        "`unusual`",
        "shares from 0 to 1 above which landing ends with exit 4: `quarantined`, `refused`,"
            + " `duplicate`, `other_plate`; each 0.5 by default");
    md.append("\nNo maker below documents that it sends corrected plates of an event, so none has");
    md.append(
        " `correction`. Both counts are in every account: `duplicate`, and `other_plate` for");
    md.append(" kept reads whose event has another plate as well.\n\n");
    md.append("To ship a maker's format: its definition in `schemas/feeds/`, its name in");
    md.append(" `index.txt` there, samples with invented plates in");
    md.append(
        " `jobs/core/src/test/resources/feeds/` beside an `expected.txt` that says what each");
    md.append(" record shows and gives, and `make schemas`. No Java.\n");
  }

  private void maker(Maker maker) {
    FeedDefinition feed = maker.feed();
    md.append("\n## ").append(maker.name()).append("\n\n");
    md.append(text(maker, "title")).append(". Proof: ").append(text(maker, "proof"));
    md.append("; [definition](feeds/").append(maker.name()).append(".yaml), samples ");
    md.append(samples(maker)).append(".\n\n");
    if (maker.keys().containsKey("needs")) {
      md.append("- A feed adds: ").append(text(maker, "needs")).append('\n');
    }
    md.append("- Time: ").append(text(maker, "time")).append('\n');
    md.append("- Confidence: ").append(text(maker, "confidence")).append('\n');
    for (YamlValue trap : maker.keys().get("traps").list()) {
      md.append("- Trap: ").append(trap.text()).append('\n');
    }
    md.append('\n');
    row("field", "stands in");
    row("---", "---");
    FieldWords.of(maker.keys(), feed).forEach((field, place) -> row("`" + field + "`", place));
    md.append('\n');
    row("the samples show", "gives");
    row("---", "---");
    for (Map.Entry<String, String> e : maker.expected()) {
      row(e.getKey(), isRead(e.getValue()) ? "a read" : "`" + first(e.getValue()) + "`");
    }
  }

  private static String samples(Maker maker) {
    return maker.samples().stream()
        .map(Path::getFileName)
        .map(file -> "[" + file + "](" + SAMPLES + maker.name() + "/" + file + ")")
        .collect(Collectors.joining(", "));
  }

  private static boolean isRead(String outcome) {
    return !outcome.contains(" (");
  }

  private static String first(String outcome) {
    return outcome.substring(0, outcome.indexOf(' '));
  }

  private static String text(Maker maker, String key) {
    return maker.keys().get(key).text();
  }

  private void row(String... cells) {
    List<String> escaped = new ArrayList<>();
    for (String cell : cells) {
      escaped.add(cell.replace("|", "\\|"));
    }
    md.append(escaped.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }
}
