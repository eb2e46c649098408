package io.platelake.app.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.platelake.core.BadInput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedFilesTest {
  @TempDir Path temp;

  @Test
  void shouldWriteEveryFileAndNothingElse() throws IOException {
    Path out = temp.resolve("a/b");
    PublishedFolder.write("--out", out, files("one", "two"));
    PublishedFolder.write("--out", out, files("one", "three"));
    assertEquals(List.of("data.csv", "manifest.json"), names(out));
    assertArrayEquals("three".getBytes(UTF_8), Files.readAllBytes(out.resolve("manifest.json")));
  }

  @Test
  void shouldLeaveNothingWhenAFileCannotAppear() throws IOException {
    Path out = temp.resolve("taken");
    Files.createDirectories(out.resolve("manifest.json/inside"));
    assertThrows(BadInput.class, () -> PublishedFolder.write("--out", out, files("one", "two")));
    assertEquals(List.of("manifest.json"), names(out));
  }

  @Test
  void shouldRefuseAFolderThatIsAFile() throws IOException {
    Path out = Files.writeString(temp.resolve("file"), "kept");
    assertThrows(BadInput.class, () -> PublishedFolder.write("--out", out, files("one", "two")));
    assertEquals("kept", Files.readString(out));
    assertFalse(Files.exists(temp.resolve(".data.csv.part")));
  }

  @Test
  void shouldQuoteCsvOnlyWhereNeeded() {
    assertEquals(
        "a,b\r\nplain text,\"x,y\"\r\n\"say \"\"no\"\"\",\r\n\"two\nlines\",é\r\n",
        new String(
            PublishedCsv.bytes(
                List.of("a", "b"),
                List.of(
                    List.of("plain text", "x,y"),
                    Arrays.asList("say \"no\"", null),
                    List.of("two\nlines", "é"))),
            UTF_8));
    assertThrows(
        IllegalArgumentException.class,
        () -> PublishedCsv.bytes(List.of("a"), List.of(List.of("1", "2"))));
  }

  @Test
  void shouldWriteJsonInTheGivenOrderWithIsoInstants() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("z", Instant.parse("2026-01-02T03:04:05Z"));
    value.put("a", List.of(new BigDecimal("0.000001"), 2L));
    assertEquals(
        """
        {
          "z" : "2026-01-02T03:04:05Z",
          "a" : [
            0.000001,
            2
          ]
        }
        """,
        new String(PublishedJson.bytes(value), UTF_8));
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  private static Map<String, byte[]> files(String data, String manifest) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("data.csv", data.getBytes(UTF_8));
    files.put("manifest.json", manifest.getBytes(UTF_8));
    return files;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> some = Files.list(folder)) {
      return some.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
