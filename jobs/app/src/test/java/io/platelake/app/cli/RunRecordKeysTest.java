package io.platelake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.app.job.CommandPromises;
import io.platelake.app.job.PinnedKeys;
import io.platelake.app.job.ResultKey;
import io.platelake.app.job.ResultKey.Place;
import io.platelake.app.job.ResultKey.Presence;
import io.platelake.app.job.ResultShape;
import io.platelake.app.job.option.InputFiles;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The types of the results give the keys that are pinned, and the schema. */
class RunRecordKeysTest {

  static List<String> commands() {
    return RunRecordFile.commands().keySet().stream().toList();
  }

  @ParameterizedTest(name = "platelake {0}")
  @MethodSource("commands")
  void shouldKeepTheKeysOfEveryCommand(String command) {
    List<ResultKey> keys =
        ResultShape.keys(CommandPromises.of(RunRecordFile.commands().get(command)).result());
    PinnedKeys.Both pinned = PinnedKeys.all().get(command);
    assertEquals(pinned.counts(), of(keys, Place.COUNTS), "counts");
    assertEquals(pinned.details(), of(keys, Place.DETAILS), "details");
  }

  @Test
  void shouldPinEveryCommand() {
    Set<String> pinned = new TreeSet<>(PinnedKeys.all().keySet());
    pinned.remove("demo"); // a command of another jar
    assertEquals(pinned, new TreeSet<>(commands()));
  }

  /** After a change, {@code make schemas} writes the file. */
  @Test
  void shouldDescribeEveryResultInTheSchema() throws IOException {
    byte[] file = InputFiles.resource("/schemas/run-record.schema.json");
    assertEquals(
        RunRecordFile.of(new ObjectMapper().readTree(file)), new ObjectMapper().readTree(file));
  }

  private static PinnedKeys of(List<ResultKey> all, Place place) {
    List<ResultKey> keys = all.stream().filter(k -> k.place() == place).toList();
    return new PinnedKeys(
        names(keys, Presence.ALWAYS),
        names(keys, Presence.SOMETIMES),
        keys.stream().anyMatch(ResultKey::isOpen));
  }

  private static Set<String> names(List<ResultKey> keys, Presence presence) {
    return keys.stream()
        .filter(k -> k.presence() == presence && !k.isOpen())
        .map(ResultKey::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
