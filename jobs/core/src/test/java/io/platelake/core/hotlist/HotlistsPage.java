package io.platelake.core.hotlist;

import io.platelake.core.hotlist.layout.ListField;
import io.platelake.core.hotlist.layout.ListLayout;
import io.platelake.core.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code schemas/HOTLISTS.md}: the layouts of lists, what proves them and how they are read. */
final class HotlistsPage {
  private static final String SAMPLES = "../jobs/core/src/test/resources/hotlists/";

  /** Keys of a list's mapping alone, and what each is for. */
  static final Map<String, String> KEYS = new LinkedHashMap<>();

  static {
    KEYS.put(
        "trailer",
        "pattern of the last line, without which the file is cut; a group is the number of"
            + " records");
    KEYS.put("letter_o_as_zero", "`true` where the list writes every letter O as zero");
    KEYS.put("fillers", "plates that stand for no vehicle, besides `0`, `00` and `000`");
    KEYS.put(
        "wildcards",
        "what stands in plates for characters that nobody saw: `one` for one each, `any` for any"
            + " number; `?_` and `*%` when absent");
  }

  /** A definition, which a test reads. */
  static final String EXAMPLE =
      """
      id: ncic
      agency: city-2
      owner: city-9                 # only where another agency maintains the list
      purpose: criminal
      source: wa_state_cjis         # as the policy names it
      layout: us-ncic
      categories: {V: stolen_vehicle, F: felony_or_gross_misdemeanor}
      mapping:
        encoding: windows-1252
        fields: {offence_class: {value: felony}}
      """;

  private final StringBuilder md = new StringBuilder();

  private HotlistsPage() {}

  static String of(List<Sample> samples) {
    HotlistsPage page = new HotlistsPage();
    page.head(samples);
    page.incomplete(samples);
    page.own();
    samples.forEach(page::layout);
    return page.md.toString();
  }

  private void head(List<Sample> samples) {
    md.append("# Layouts that hot lists come in\n\n");
    md.append("Generated from `schemas/hotlists/` and the samples of the tests by `make schemas`;");
    md.append(" do not edit. A test fails when this page is stale or a sample gives anything");
    md.append(" else.\n\nA list definition names its layout as `layout`, translates the list's");
    md.append(" words for categories under `categories`, and may change any part of the layout");
    md.append(" under `mapping`. What is proven by a layout only waits for an operator's file;");
    md.append(" an incomplete one is read once the definition adds what it needs.\n\n");
    md.append("```yaml\n").append(EXAMPLE).append("```\n\n");
    row("layout", "list", "proof", "records in the sample", "accepted");
    row("---", "---", "---", "--:", "--:");
    for (Sample sample : samples) {
      String[] counts = sample.expected().get(sample.expected().size() - 1).getValue().split(" ");
      row(
          "[" + sample.name() + "](#" + sample.name() + ")",
          text(sample, "title"),
          text(sample, "proof"),
          counts[0],
          counts[2]);
    }
  }

  private void incomplete(List<Sample> samples) {
    md.append(
        "\n## Incomplete layouts\n\nNot all that a reader needs is published for these lists.");
    md.append(" A list definition adds the rest; without it, `hotlist load` refuses the list.\n\n");
    row("layout", "list", "what a definition has to add");
    row("---", "---", "---");
    samples.stream()
        .filter(sample -> text(sample, "proof").equals("incomplete"))
        .forEach(
            sample ->
                row(
                    "[" + sample.name() + "](#" + sample.name() + ")",
                    text(sample, "title"),
                    text(sample, "needs")));
  }

  private void own() {
    md.append("\n## A layout of your own\n\nA list without a `layout` has a `mapping` of");
    md.append(" its own, in the language of [MAPPING.md](MAPPING.md), which feeds share. A list");
    md.append(" alone has the keys in the table.\n\n");
    row("key", "means");
    row("---", "---");
    KEYS.forEach((key, meaning) -> row("`" + key + "`", meaning));
    md.append("\nFields are ");
    md.append(
        Arrays.stream(ListField.values())
            .map(field -> "`" + field.key() + "`")
            .collect(Collectors.joining(", ")));
    md.append(". What is mapped to none of them is not read.\n\n");
    md.append("To ship a layout: its definition in `schemas/hotlists/`, its name in `index.txt`");
    md.append(" there, a sample with invented plates in `jobs/core/src/test/resources/hotlists/`");
    md.append(" beside an `expected.txt` that says what each record shows and gives, and `make");
    md.append(" schemas`. No Java.\n\n");
    md.append("An entry may know a part of its plate where the policy has `matching.partial`, and");
    md.append(
        " have no plate but make, model and colour where it has `matching.vehicle_only`.\n\n");
    md.append("An entry counts for reads from `begins` on and before `expires`. Without `begins`");
    md.append(
        " it counts for all reads that are kept. A bare date of `begins` is the start of that");
    md.append(" date, and one of `expires` its end, in the `zone` of the field. ISO 8601 dates");
    md.append(" without a zone are UTC. A later `begins` of the same plate is another entry.");
    md.append(" Many lists have a date of theft or of entry: it is not mapped, since reads before");
    md.append(" it may show where the vehicle was. A definition can map it as `begins`.\n\n");
    md.append("An entry whose plate is a word of `schemas/plates/no-plate.yaml` is refused. A");
    md.append(" definition adds words, and names those that are plates there: `no_plate_words:");
    md.append(" {add: [SIN LAMINA], plates: [MISSING]}`.\n\n");
    md.append("A record that is not accepted is counted by a code, which");
    md.append(
        " [REASONS.md](REASONS.md#entries-of-hot-lists) explains. When more than half of the");
    md.append(" records have another form than the layout says, the");
    md.append(" file is none of this layout and nothing is loaded.\n");
  }

  private void layout(Sample sample) {
    ListLayout layout = sample.definition().layout();
    md.append("\n## ").append(sample.name()).append("\n\n").append(text(sample, "title"));
    md.append(". Proof: ").append(text(sample, "proof")).append("; [definition](hotlists/");
    md.append(sample.name()).append(".yaml), [sample](").append(SAMPLES).append(sample.name());
    md.append('/').append(sample.file().getFileName()).append(").\n\n");
    if (sample.keys().containsKey("needs")) {
      md.append("- A definition adds: ").append(text(sample, "needs")).append('\n');
    }
    for (YamlValue trap : sample.keys().get("traps").list()) {
      md.append("- Trap: ").append(trap.text()).append('\n');
    }
    if (layout.letterOAsZero()) {
      md.append("- Zero and the letter O are taken for the same at matching.\n");
    }
    md.append('\n');
    if (sample.keys().containsKey("fields")) {
      row("field", "stands in");
      row("---", "---");
      Map<String, YamlValue> fields = new TreeMap<>(sample.keys().get("fields").entries());
      fields.forEach((field, place) -> row("`" + field + "`", words(place)));
      md.append('\n');
    }
    row("the sample shows", "gives");
    row("---", "---");
    for (Map.Entry<String, String> e : sample.expected()) {
      boolean code = e.getValue().matches("[A-Z_]+");
      boolean counts = e.getValue().contains(" records, ");
      row(e.getKey(), code ? "`" + e.getValue() + "`" : counts ? e.getValue() : "an entry");
    }
  }

  private static String words(YamlValue place) {
    if (place.isText()) {
      return "`" + place.text() + "`";
    }
    Map<String, YamlValue> keys = place.entries();
    List<String> words = new ArrayList<>();
    keys.forEach(
        (key, value) -> {
          String text =
              value.isMapping()
                  ? value.entries().entrySet().stream()
                      .map(e -> e.getKey() + " " + e.getValue().text())
                      .collect(Collectors.joining(", "))
                  : value.text();
          words.add(key.equals("at") ? "`" + text + "`" : key + " `" + text + "`");
        });
    return String.join(", ", words);
  }

  private static String text(Sample sample, String key) {
    return sample.keys().get(key).text();
  }

  private void row(String... cells) {
    List<String> escaped = new ArrayList<>();
    for (String cell : cells) {
      escaped.add(cell.replace("|", "\\|"));
    }
    md.append(escaped.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }
}
