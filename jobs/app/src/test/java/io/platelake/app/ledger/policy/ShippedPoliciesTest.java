package io.platelake.app.ledger.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.platelake.app.TestPolicies;
import io.platelake.core.policy.retention.RecordRule;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.TableContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ShippedPoliciesTest {
  private static final Path SCHEMAS = TestPolicies.WA_CITY.getParent().getParent();

  @Test
  void shouldBeValidUnderTheirSchema() throws IOException {
    assertEquals(Set.of(), schema().validate(policy(TestPolicies.waCityText())));
  }

  @Test
  void shouldBeInvalidUnderTheirSchemaWithAKeyNobodyKnows() throws IOException {
    String text = TestPolicies.waCityText() + "\nretension: {}\n";
    assertFalse(schema().validate(policy(text)).isEmpty());
  }

  @Test
  void shouldRuleOnEveryRecordClassThatATableNames() {
    Set<String> unruled = new TreeSet<>();
    for (TableContract table : Contracts.load().all()) {
      String retention = table.retention();
      boolean known =
          Set.of("kept", "purpose", "case", "suppression").contains(retention)
              || RecordRule.CLASSES.contains(retention);
      if (!known) {
        unruled.add(table.table() + ": " + retention);
      }
    }
    assertTrue(unruled.isEmpty(), unruled.toString());
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(SCHEMAS.resolve("policy.schema.json")));
  }

  private static JsonNode policy(String yaml) throws IOException {
    return new ObjectMapper(new YAMLFactory()).readTree(yaml);
  }
}
