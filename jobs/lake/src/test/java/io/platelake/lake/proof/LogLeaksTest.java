package io.platelake.lake.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.lake.proof.files.FileListing;
import io.platelake.lake.proof.log.LogFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("lake")
class LogLeaksTest {
  private static final Set<String> FORBIDDEN = Set.of("plate", "candidates");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      nullValues = "none",
      textBlock =
          """
          00000000000000000001.json | {"add":{"stats":"{\\"minValues\\":{\\"plate\\":\\"X\\"}}"}}        | column plate in add.stats.minValues
          00000000000000000001.json | {"remove":{"stats":"{\\"maxValues\\":{\\"Plate\\":\\"X\\"}}"}}     | column Plate in remove.stats.maxValues
          00000000000000000001.json | {"add":{"stats":"{\\"minValues\\":{\\"a\\":{\\"plate\\":1}}}"}}    | column plate in add.stats.minValues.a
          00000000000000000001.json | {"add":{"stats":"{\\"nullCount\\":{\\"candidates\\":0}}"}}         | column candidates in add.stats.nullCount
          00000000000000000001.json | {"add":{"stats":"{\\"minValues\\": X"}}                            | add.stats is not readable
          00000000000000000001.json | {"add":{"stats":"{\\"minValues\\":{\\"plates\\":1}}"}}             | none
          00000000000000000001.json | {"add":{"stats":"{\\"minValues\\":{\\"plate\\":null}}"}}           | none
          00000000000000000001.json | {"add":{"path":"a","stats":""}}                                    | none
          00000000000000000001.crc  | {"allFiles":[{"stats":"{\\"minValues\\":{\\"plate\\":\\"X\\"}}"}]} | column plate in allFiles.stats.minValues
          00000000000000000000.00000000000000000001.compacted.json | {"add":{"stats":"{\\"minValues\\":{\\"plate\\":1}}"}} | column plate in add.stats.minValues
          """)
  void shouldNameTheFileAndTheColumn(String name, String text, String expected) throws IOException {
    Plant.text(folder.resolve("_delta_log").resolve(name), text);
    FileListing listing =
        FileListing.of(ProofSession.files(), new org.apache.hadoop.fs.Path(folder.toUri()));

    assertEquals(
        expected == null
            ? List.of()
            : List.of(new Finding(Finding.Kind.LEAKED_STATS, "_delta_log/" + name, expected)),
        List.copyOf(new LogLeaks(FORBIDDEN).check(LogFiles.of(listing))));
  }
}
