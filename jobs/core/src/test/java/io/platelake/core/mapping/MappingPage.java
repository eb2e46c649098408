package io.platelake.core.mapping;

import io.platelake.core.yaml.NodeOrigins;
import io.platelake.core.yaml.YamlPlace;
import io.platelake.core.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code schemas/MAPPING.md}: the language in which feeds and hot lists map their files. */
public final class MappingPage {
  /** Keys that say how a file is written. */
  public static final Map<String, String> FORMAT = new LinkedHashMap<>();

  /** Keys that say where records are and what they are. */
  public static final Map<String, String> RECORDS = new LinkedHashMap<>();

  /** Keys of a field. */
  static final Map<String, String> FIELD = new LinkedHashMap<>();

  static {
    FORMAT.put(
        "format",
        "`csv`, `fixed` (positions in lines), `json` (documents in any arrangement), `jsonl`,"
            + " `xml`, `pairs`. A feed also has `parquet` and `avro`.");
    FORMAT.put(
        "encoding",
        "The charset, such as `windows-1252` or `GB18030`. Without it the file tells; see below.");
    FORMAT.put(
        "delimiter",
        "csv: one character, or `tab`. A comma when absent. A first line `sep=;` goes before it.");
    FORMAT.put(
        "quotes",
        "csv: `rfc4180` (when absent): a cell in quotes may hold delimiters and line ends."
            + " `lenient`: a quote that fits nothing is a character. `none`: every quote is.");
    FORMAT.put(
        "header",
        "csv, fixed: the first line. `names`: of the columns. `none`: the first record. `optional`:"
            + " names or a record. `line`: any line. Or `match` with a pattern. A csv feed has"
            + " `names` when absent, a list `none`.");
    FORMAT.put(
        "columns",
        "csv: the number of cells in a row, or its `min` and `max`. Or the names of the columns,"
            + " where no header names them.");
    FORMAT.put("cells", "csv: `python` where cells with structure hold Python literals.");
    FORMAT.put("length", "fixed: the characters of a line, a number or `min` and `max`.");
    FORMAT.put(
        "line_ends",
        "fixed: `none` where records of one `length` follow each other without line ends.");
    FORMAT.put("skip", "csv, fixed: patterns of lines that are no records.");
    FORMAT.put(
        "record", "xml: local names of the elements that are records. Namespaces do not count.");
    RECORDS.put("each", "Path of the array whose elements are the records of a document.");
    RECORDS.put(
        "kind",
        "A place `at`, perhaps with `match`, and its `wanted` and `unwanted` words. Other words"
            + " are a reason for quarantine or refusal. `others: unwanted` and `absent: wanted`"
            + " change that. Below `each` a feed looks in the document, then in the element;"
            + " `in: each` skips the document. Other words of an element are unwanted, unless"
            + " `others: unknown`.");
    RECORDS.put("fields", "Our field to its place and meaning; see below.");
    RECORDS.put("defaults", "What holds where a record says nothing; never a plate or an instant.");
    RECORDS.put("null_values", "Further spellings of unknown.");
    FIELD.put("at", "The place. A list of places is joined with a blank.");
    FIELD.put("value", "What every record has. It stands in place of `at`.");
    FIELD.put("match", "A regular expression with one group, which is the text.");
    FIELD.put("codes", "What the file's own codes mean, or the name of a code table.");
    FIELD.put("others", "`unknown`: a text without a code says nothing. `keep` when absent.");
    FIELD.put("best", "The place is a list of estimates. This is the key of their score.");
    FIELD.put("take", "The key of the text in the best estimate.");
    FIELD.put("when", "Places and their words. The field holds only where all of them agree.");
    FIELD.put("else", "Another place, or a field with all of these keys.");
    FIELD.put(
        "format",
        "Instants: `iso` (when absent), `epoch_s`, `epoch_ms`, `epoch_us`, `epoch_ns`,"
            + " `local_epoch_s`.");
    FIELD.put(
        "pattern",
        "Instants: a pattern such as `dd/MM/yyyy HH:mm z`, or a list of patterns. It needs no"
            + " `format`. See below.");
    FIELD.put("zone", "Instants: the time zone of local times, such as `America/Los_Angeles`.");
    FIELD.put(
        "zones",
        "Instants: what abbreviations mean here: `{CST: America/Chicago, IST: Asia/Kolkata}`.");
    FIELD.put(
        "twice",
        "Instants: a local time in the hour that comes twice is the `first` (when absent), the"
            + " `second`, or with `refuse` unknown.");
  }

  static final String FEED =
      """
      id: gate
      agency: city-2
      purpose: criminal
      mapping:
        format: csv
        delimiter: ";"
        fields:
          plate: Plate
          camera: {at: Device, else: {value: gate-1}}
          captured_at: {at: [Day, Time], pattern: "dd/MM/yyyy HH:mm", zone: America/Los_Angeles}
          color: {at: Colour, codes: ncic_colors, others: unknown}
      """;

  static final String LIST =
      """
      id: stolen
      agency: city-2
      purpose: criminal
      source: wa_state_cjis
      mapping:
        format: csv
        delimiter: ";"
        header: names
        fields:
          plate: Plate
          category: {at: Kind, codes: {V: stolen_vehicle}, else: {value: stolen_plate}}
          expires: {at: [Day, Time], pattern: "dd/MM/yyyy HH:mm", zone: America/Los_Angeles}
          color: {at: Colour, codes: ncic_colors, others: unknown}
      """;

  private final StringBuilder md = new StringBuilder();

  private MappingPage() {}

  /** Keys of a field and their meanings. */
  public static Map<String, String> fieldMeanings() {
    return FIELD;
  }

  static String page() {
    MappingPage page = new MappingPage();
    page.head();
    page.table("How a file is written", FORMAT);
    page.encodings();
    page.table("Where the records are", RECORDS);
    page.places();
    page.table("A field", FIELD);
    page.text("A field that is only a place needs no keys, as in `plate: Plate`.");
    page.values();
    page.times();
    page.codes();
    return page.md.toString();
  }

  private void head() {
    md.append("# The mapping language\n\n");
    text("`make schemas` generates this page; do not edit it.");
    text(
        "A mapping says where a file holds what. Feeds and hot lists write it in the same words:"
            + " under `mapping`, alone or beside a `layout` that comes with the product. Beside a"
            + " layout it changes parts of it. A list's field keeps the keys that it does not"
            + " change. A feed's field is replaced as a whole, except `captured_at`.");
    text(
        "[FEEDS.md](FEEDS.md) and [HOTLISTS.md](HOTLISTS.md) name the layouts, and the few keys"
            + " that only one of the two has. Words of earlier releases still work.");
    text("A feed and a list:");
    md.append("```yaml\n").append(FEED).append("```\n\n```yaml\n").append(LIST).append("```\n\n");
  }

  private void encodings() {
    text(
        "A byte order mark decides the encoding. Then the key `encoding` does, and then an XML"
            + " declaration. Without any of these a file is UTF-8, or UTF-16 where every second byte"
            + " at its start is zero.");
    text(
        "Lines end with LF, CRLF or CR. A header names a column in either case of letters, and"
            + " with blanks or without. A damaged record costs a feed that record. It makes a list"
            + " unusable, because the list may be cut.");
  }

  private void places() {
    md.append("## A place\n\n| in | a place is |\n| --- | --- |\n");
    row("csv with names", "The name of the column.");
    row("csv without names", "The number of the column, counted from 1.");
    row("csv with `cells: python`", "The name of the column, and names inside it: `box.score`.");
    row(
        "fixed",
        "Characters `\"from:to\"` counted from 0, `to` not included; `\"58:\"` to the end.");
    row(
        "json, jsonl, xml, pairs, parquet, avro",
        "A path `a.b.0`, or `/a/b/0` where a name holds a dot. `$` first starts at the root of the"
            + " record, below which `each` goes.");
    row(
        "lists of names and values",
        "`Data.SimpleItem[Name=Plate].Value`: of the element whose `Name` is `Plate`. Without `.Value`"
            + " the text of an XML element.");
    row("lists of plain texts, with `each`", "`.` is the element itself, as in `plate: .`.");
    md.append('\n');
  }

  private void values() {
    md.append("## Numbers and plates\n\n");
    text(
        "Numbers have a decimal point or a decimal comma. A score with a percent sign is percent,"
            + " whatever the scale of the feed.");
    text(
        "Plates are A to Z and 0 to 9; blanks, hyphens and dots go. `plate_characters`, a key of"
            + " the feed or list itself, says what becomes of others. `keep` (when absent) makes"
            + " such a text no plate. `fold` takes the letter or digit that the character looks"
            + " like, and drops symbols. `omit` drops it. Each kind may have its own rule:");
    md.append("```yaml\nplate_characters: {marks: fold, scripts: omit, symbols: omit}\n```\n\n");
    text(
        "`marks` are letters with marks, as in GÖ. `scripts` are letters and digits of other"
            + " scripts, as in А123ВС. `symbols` are signs, as in HI♥MOM. `?` and `*` stay, since a"
            + " character was there. Folded plates are alike, so GÖ 1 and GO 1 become one plate.");
  }

  private void times() {
    md.append("## Times\n\n");
    text(
        "A zone in the text comes before `zone`, and that before the feed's `time_zone`. In a"
            + " pattern `z`, `v`, `VV` or `O` is the place of a zone, and `X`, `x` or `Z` that of an"
            + " offset. ISO times may end with either.");
    text(
        "Both take ids such as `Europe/Paris`, and offsets such as `+02:00`, `+0200`, `+2`, `UTC+2`"
            + " and `GMT-5`. They take abbreviations that have one meaning, such as `UTC`, `PDT`,"
            + " `EST` and `CEST`. `CST`, `IST`, `BST` and `AST` have several. They count where"
            + " `zones` names them, or where the zone of the field or feed uses them. Otherwise the"
            + " time is unknown, as it is with an offset without a sign.");
    text(
        "Brackets in a pattern hold what may be missing, as in `H:mm[:ss]`. Where times come in"
            + " several forms, `pattern: [MM/dd/yyyy H:mm, MM/dd/yy H:mm]` takes the first that"
            + " fits. Patterns that read the same text as different local times are refused.");
    text(
        "A zone that is only text of the pattern, such as `'UTC'` or `'Z'`, is refused without"
            + " `zone`, because text is passed over.");
    text(
        "An hour that the clocks skip is no time. Of an hour that comes twice, `first` is the"
            + " default, so that retention never runs from a time after the capture. Landing counts"
            + " such reads.");
  }

  private void codes() {
    md.append("## Code tables\n\n| table | codes |\n| --- | --- |\n");
    for (String name : CodeTables.names()) {
      YamlPlace place = YamlPlace.start(new NodeOrigins("codes.yaml"));
      YamlValue table = CodeTables.get(YamlValue.text(place, name));
      row(
          "`" + name + "`",
          table.entries().entrySet().stream()
              .map(e -> e.getKey() + " " + e.getValue().text())
              .collect(Collectors.joining(", ")));
    }
  }

  private void table(String title, Map<String, String> keys) {
    md.append("## ").append(title).append("\n\n| key | means |\n| --- | --- |\n");
    keys.forEach((key, meaning) -> row("`" + key + "`", meaning));
    md.append('\n');
  }

  private void row(String first, String second) {
    md.append("| ").append(first).append(" | ").append(second).append(" |\n");
  }

  /** A paragraph in lines of at most 120 characters. */
  private void text(String paragraph) {
    int length = 0;
    for (String word : paragraph.split(" ")) {
      boolean fits = length + 1 + word.length() <= 120;
      md.append(length == 0 ? "" : fits ? " " : "\n").append(word);
      length = length > 0 && fits ? length + 1 + word.length() : word.length();
    }
    md.append("\n\n");
  }
}
