package io.platelake.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.platelake.core.BadInput;
import io.platelake.core.policy.retention.RecordRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The schema that editors and CI check with says what the reader says. */
class PolicySchemaTest {
  private final JsonNode schema =
      new ObjectMapper().readTree(PolicyFiles.text("policy.schema.json"));
  private final JsonNode policy = yaml("policies/wa-city.yaml");

  PolicySchemaTest() throws IOException {}

  @Test
  void shouldNameTheSectionsThatThePoliciesHave() throws IOException {
    Set<String> used = new TreeSet<>(Set.of("extends"));
    for (String id : PolicyFiles.PACKS) {
      used.addAll(names(yaml("policies/" + id + ".yaml")));
    }
    assertEquals(used, names(schema.path("properties")));
  }

  @Test
  void shouldAskForTheSectionsThatTheReaderAsksFor() {
    Set<String> required = new TreeSet<>(Set.of("format", "id"));
    schema
        .path("$defs")
        .path("complete")
        .path("required")
        .forEach(name -> required.add(name.asText()));
    Set<String> missed = new TreeSet<>();
    for (String section : names(policy)) {
      ObjectNode without = policy.deepCopy();
      without.remove(section);
      String problem = problem(without.toString());
      if (problem.contains("lacks the required key '" + section + "'")) {
        missed.add(section);
      }
    }
    assertEquals(missed, required);
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
    assertEquals(125, authorities.size(), 20);
    for (JsonNode authority : authorities) {
      boolean platform = authority.path("document").asText().equals("platform default");
      assertEquals(platform, authority.has("reason"), authority.toString());
      assertEquals(!platform, authority.has("section"), authority.toString());
    }
  }

  /** JSON is YAML too. */
  private static String problem(String json) {
    try {
      PolicyReader.read(json, "f");
      return "";
    } catch (BadInput e) {
      return e.getMessage();
    }
  }

  private static JsonNode yaml(String file) throws IOException {
    return new ObjectMapper(new YAMLFactory()).readTree(PolicyFiles.text(file));
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
