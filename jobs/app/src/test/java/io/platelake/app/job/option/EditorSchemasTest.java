package io.platelake.app.job.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ships is valid under the schemas for editors, and a misspelt key is not. */
class EditorSchemasTest {
  private static final Path SCHEMAS = Path.of("..", "..", "schemas");
  private static final Set<String> ABOUT = Set.of("title", "proof", "needs", "traps");
  private static final String FEED =
      "id: north\nagency: city-2\npurpose: criminal\ntime_zone: UTC\n";
  private static final String LIST =
      "id: stolen\nagency: city-2\npurpose: criminal\nsource: wa_dol\n";

  static List<Path> feedLayouts() throws IOException {
    return files("feeds");
  }

  static List<Path> listLayouts() throws IOException {
    return files("hotlists");
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(SCHEMAS.resolve(folder))) {
      return files
          .filter(f -> f.toString().endsWith(".yaml"))
          .filter(f -> !f.endsWith("codes.yaml"))
          .sorted()
          .toList();
    }
  }

  /** As the mapping of a feed. */
  @ParameterizedTest
  @MethodSource("feedLayouts")
  void shouldKnowTheWordsOfEveryFeedLayout(Path file) throws IOException {
    JsonNode layout = yaml(Files.readString(file));
    if (layout.has("mapping")) {
      ObjectNode feed = (ObjectNode) yaml(FEED);
      feed.set("mapping", layout.get("mapping"));
      assertEquals(Set.of(), schema("feed").validate(feed));
    }
  }

  @ParameterizedTest
  @MethodSource("listLayouts")
  void shouldKnowTheWordsOfEveryListLayout(Path file) throws IOException {
    ObjectNode list = (ObjectNode) yaml(LIST);
    list.set("mapping", ((ObjectNode) yaml(Files.readString(file))).without(ABOUT));
    assertEquals(Set.of(), schema("hotlist").validate(list));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layout: lilin",
        "adapter: openalpr",
        "layout: lilin\ncameras: {prefix: n-}\nraw_retention: {amount: 72, unit: hours}",
        "mapping: {format: csv, fields: {plate: 1, camera: {value: c}, captured_at: {at: [2, 3],"
            + " pattern: yyyy-MM-dd}}}"
      })
  void shouldAcceptAFeed(String more) throws IOException {
    assertEquals(Set.of(), schema("feed").validate(yaml(FEED + more)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "layout: lillin",
        "layout: lilin\ntimezone: UTC",
        "mapping: {format: csv, fields: {plat: 1}}",
        "mapping: {formt: csv, fields: {plate: 1}}",
        "mapping: {format: csv, fields: {plate: {at: 1, code: {}}}}"
      })
  void shouldRefuseAMistakeInAFeed(String more) throws IOException {
    assertFalse(schema("feed").validate(yaml(FEED + more)).isEmpty());
  }

  @Test
  void shouldJudgeAHold() throws IOException {
    String hold =
        "id: h-1\nagency: city-2\nkind: court_order\ncase: \"26-1\"\nauthority: order\n"
            + "purposes: [criminal]\n";
    assertEquals(Set.of(), schema("hold").validate(yaml(hold + "plates: [TST0001]\n")));
    assertFalse(schema("hold").validate(yaml(hold)).isEmpty());
    assertFalse(schema("hold").validate(yaml(hold + "plate: TST0001\n")).isEmpty());
  }

  private static JsonSchema schema(String name) throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(SCHEMAS.resolve(name + ".schema.json")));
  }

  private static JsonNode yaml(String text) throws IOException {
    return new ObjectMapper(new YAMLFactory()).readTree(text);
  }
}
