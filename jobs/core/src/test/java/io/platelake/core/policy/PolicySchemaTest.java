package io.platelake.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The reader asks for every top-level key and takes no other, so the file has its key set. */
class PolicySchemaTest {
  private final JsonNode schema =
      new ObjectMapper().readTree(PolicyFiles.text("policy.schema.json"));
  private final JsonNode policy =
      new ObjectMapper(new YAMLFactory()).readTree(PolicyFiles.waCity());

  PolicySchemaTest() throws IOException {}

  @Test
  void shouldNameTheSectionsThatTheReaderReads() {
    PolicyFiles.waCityPolicy();
    assertEquals(names(policy), names(schema.path("properties")));
    Set<String> required = new TreeSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    assertEquals(names(policy), required);
  }

  @Test
  void shouldNameEveryRecordClass() {
    assertEquals(
        new TreeSet<>(RecordRule.CLASSES),
        names(schema.path("properties").path("records").path("properties")));
  }

  @Test
  void shouldLeaveNoObjectOpen() {
    List<JsonNode> objects = new ArrayList<>();
    for (JsonNode node : schema.findParents("type")) {
      if (node.path("type").asText().equals("object")) {
        objects.add(node);
      }
    }
    assertTrue(objects.size() > 30, "found " + objects.size());
    for (JsonNode object : objects) {
      assertTrue(
          object.has("additionalProperties") && !object.path("additionalProperties").asBoolean(),
          object.toString());
    }
  }

  @Test
  void shouldCiteASectionOrGiveAReasonForEveryRule() {
    List<JsonNode> authorities = policy.findValues("authority");
    assertEquals(80, authorities.size(), 20);
    for (JsonNode authority : authorities) {
      boolean platform = authority.path("document").asText().equals("platform default");
      assertEquals(platform, authority.has("reason"), authority.toString());
      assertEquals(!platform, authority.has("section"), authority.toString());
    }
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
