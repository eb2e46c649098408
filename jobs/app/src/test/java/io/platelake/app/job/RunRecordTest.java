package io.platelake.app.job;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.platelake.app.CliRun;
import io.platelake.app.cli.WrongInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --json} prints. */
@Tag("lake")
class RunRecordTest {
  /** Of an agency without a policy. */
  private static final String FEED =
      """
      id: north
      agency: city-9
      purpose: criminal
      adapter: openalpr
      """;

  private static final String ZONE =
      """
      {"type": "FeatureCollection", "features": [{"type": "Feature",
        "properties": {"zone_id": "z-1", "kind": "court"},
        "geometry": {"type": "Polygon", "coordinates": [[[-122.3, 47.6], [-122.2, 47.6],
          [-122.2, 47.7], [-122.3, 47.6]]]}}]}
      """;

  @TempDir private Path folder;

  @Test
  void shouldPrintOneRecordHoweverItEnds() throws IOException {
    WrongInput input = WrongInput.in(folder);
    JsonSchema schema;
    try (InputStream in = getClass().getResourceAsStream("/schemas/run-record.schema.json")) {
      schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in);
    }
    String feed = input.write("feed.yaml", FEED);
    String zones = input.write("zones.geojson", ZONE);
    String cameras =
        input.write(
            "camera.csv",
            "camera_id,site_type,lat,lon,from\ncam-1,street,47.62,-122.23,2026-01-01T00:00:00Z\n");
    Path own = input.lake();
    assertAll(
        () -> assertRecord(schema, "done", own, "cameras", "load", "--agency", "city-2", cameras),
        () -> assertRecord(schema, "done", own, "zones", "load", "--agency", "city-2", zones),
        () -> assertRecord(schema, "finding", own, "zones", "check", "--agency", "city-2"),
        () -> assertRecord(schema, "refused", own, "land", "--feed", feed, cameras),
        () -> assertRecord(schema, "usage", own, "land", "--feed", "none.yaml", cameras),
        () -> assertRecord(schema, "usage", own, "fly"),
        () -> assertRecord(schema, "usage", own, "land"),
        () -> assertRecord(schema, "usage", folder.resolve("nowhere"), "status"));
  }

  private static void assertRecord(JsonSchema schema, String outcome, Path at, String... command) {
    List<String> args = new ArrayList<>(List.of("--json"));
    args.addAll(Arrays.asList(command));
    CliRun run = CliRun.at(at, WrongInput.NOW, args.toArray(String[]::new));
    assertEquals(1, run.out().lines().count(), "one line: " + run.all());
    JsonNode record = run.record();
    Set<ValidationMessage> problems = schema.validate(record);
    assertEquals(Set.of(), problems, run.out());
    assertEquals(outcome, record.get("outcome").asText(), run.all());
    assertEquals(run.code(), record.get("exit_code").asInt());
  }
}
