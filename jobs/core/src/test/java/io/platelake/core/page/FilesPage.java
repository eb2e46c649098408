package io.platelake.core.page;

import io.platelake.core.camera.CameraColumn;
import io.platelake.core.hold.HoldKey;
import io.platelake.core.match.outcome.FalseCause;
import io.platelake.core.match.outcome.OutcomeColumn;
import io.platelake.core.match.outcome.OutcomeKind;
import io.platelake.core.text.FileColumn;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code schemas/FILES.md}: the files that people write, key by key and column by column. */
final class FilesPage {
  private final StringBuilder md = new StringBuilder();

  private FilesPage() {}

  static String page() {
    FilesPage page = new FilesPage();
    page.head();
    page.feed();
    page.list();
    page.cameras();
    page.zones();
    page.holds();
    page.outcomes();
    return page.md.toString();
  }

  private void head() {
    md.append("# Files that you write\n\n");
    text("`make schemas` generates this page; do not edit it.");
    text(
        "Check a file before you load it. A check needs no lake, names every mistake with its"
            + " line, and shows the first records.");
    md.append("| file | check | load | schema for editors |\n| --- | --- | --- | --- |\n");
    row("feed", "`feed check FILE RAW`", "`land --feed FILE RAW`", link("feed"));
    row(
        "list definition",
        "`hotlist check --list FILE --policy P LIST`",
        "`hotlist load --list FILE --source-time T LIST`",
        link("hotlist"));
    row("cameras", "`cameras check FILE`", "`cameras load --agency A FILE`", "");
    row("places", "`zones check --policy P FILE`", "`zones load --agency A FILE`", "");
    row("hold", "`hold check FILE`", "`hold open FILE`", link("hold"));
    row("outcomes", "`outcomes check FILE`", "`outcomes load --agency A FILE`", "");
    row("policy", "`policy validate FILE`", "`policy adopt --policy FILE`", link("policy"));
    md.append('\n');
    text(
        "An editor that knows YAML schemas helps while you type. Write this as the first line of"
            + " a feed file:");
    md.append("```yaml\n# yaml-language-server: $schema=schemas/feed.schema.json\n```\n\n");
    text("Plates have at most 12 letters and digits; blanks, `-` and `.` in them do not count.");
    text("[REASONS.md](REASONS.md) explains the reasons for records that do not land.");
  }

  private void feed() {
    section("Feed", "YAML.");
    keys(KeyMeanings.FEED);
    text("`id`, `agency` and `purpose` are required, and a `layout` or a `mapping`.");
  }

  private void list() {
    section("List definition", "YAML.");
    keys(KeyMeanings.LIST);
    text("`id`, `agency`, `purpose` and `source` are required.");
  }

  private void cameras() {
    section("Cameras", "CSV with a header. One mistake refuses the file.");
    columns(CameraColumn.values());
    text(
        "A camera that is not `mobile` needs `lat` and `lon`. A read of a mobile camera without a"
            + " position of its own goes where the policy says.");
  }

  private void columns(FileColumn... columns) {
    md.append("| column | required | meaning |\n| --- | --- | --- |\n");
    for (FileColumn c : columns) {
      row("`" + c.header() + "`", c.isRequired() ? "yes" : "", c.meaning());
    }
    md.append('\n');
  }

  private void zones() {
    section("Places", "A GeoJSON FeatureCollection (RFC 7946). A feature has these properties.");
    keys(KeyMeanings.ZONE);
  }

  private void holds() {
    section("Hold", "YAML.");
    md.append("| key | required | meaning |\n| --- | --- | --- |\n");
    for (HoldKey key : HoldKey.values()) {
      row("`" + key.key() + "`", key.isRequired() ? "yes" : "", key.meaning());
    }
    md.append('\n');
    text("A hold needs one of `plates`, `cameras`, `captured_from` and `captured_to`.");
  }

  private void outcomes() {
    section("Outcomes", "CSV with a header.");
    columns(OutcomeColumn.values());
    text("Kinds: " + words(Arrays.stream(OutcomeKind.values()).map(OutcomeKind::label)) + ".");
    text(
        "Causes: "
            + words(Arrays.stream(FalseCause.values()).map(c -> c.name().toLowerCase(Locale.ROOT)))
            + ".");
  }

  private static String words(java.util.stream.Stream<String> words) {
    return words.map(word -> "`" + word + "`").collect(Collectors.joining(", "));
  }

  private static String link(String schema) {
    return "[" + schema + ".schema.json](" + schema + ".schema.json)";
  }

  private void keys(Map<String, String> meanings) {
    md.append("| key | meaning |\n| --- | --- |\n");
    meanings.forEach((key, meaning) -> row("`" + key + "`", meaning));
    md.append('\n');
  }

  private void section(String title, String first) {
    md.append("## ").append(title).append("\n\n");
    text(first);
  }

  private void text(String paragraph) {
    md.append(paragraph).append("\n\n");
  }

  private void row(String... cells) {
    md.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
