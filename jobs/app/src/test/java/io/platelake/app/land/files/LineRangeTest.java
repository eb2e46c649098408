package io.platelake.app.land.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineRangeTest {
  @TempDir java.nio.file.Path folder;

  /** Wherever a file is cut into ranges, these hold its lines once, each in one range. */
  @Test
  void shouldGiveEveryLineOnceWhereverTheFileIsCut() throws IOException {
    Random random = new Random(6);
    FileSystem local = FileSystem.getLocal(new Configuration(false));
    java.nio.file.Path file = folder.resolve("lines");
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int line = random.nextInt(8); line >= 0; line--) {
        int length = random.nextInt(10) == 0 ? 70_000 + random.nextInt(70_000) : random.nextInt(30);
        text.append("x".repeat(length)).append(line > 0 || random.nextBoolean() ? "\n" : "");
      }
      Files.writeString(file, text);
      TreeSet<Long> cuts = new TreeSet<>(List.of(0L));
      for (int cut = random.nextInt(6); cut > 0; cut--) {
        cuts.add((long) random.nextInt(text.length() + 1));
      }
      StringBuilder joined = new StringBuilder();
      long lines = 0;
      List<Long> all = new ArrayList<>(cuts);
      for (int part = 0; part < all.size(); part++) {
        long to = part + 1 < all.size() ? all.get(part + 1) : FilePart.END;
        try (FSDataInputStream in = local.open(new Path(file.toUri()))) {
          LineRange range = new LineRange(in, all.get(part), to);
          String read = new String(range.readAllBytes(), StandardCharsets.US_ASCII);
          if (!read.isEmpty()) {
            assertEquals(joined.length(), range.start());
          }
          joined.append(read);
          lines += range.lines();
        }
      }
      assertEquals(text.toString(), joined.toString());
      assertEquals(text.chars().filter(c -> c == '\n').count(), lines);
    }
  }

  /** In the texts n stands for a line feed, r for a carriage return. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a}n{b}n | true",
        "{a}n{b} | true",
        "{a}rn{b}rn | true",
        "{a}nn{b} | false",
        "{an} | false",
        "[{a}n{b}] | false",
        "{a},n{b} | false",
        "x{a}n{b} | false",
        "{a}n {b} | false"
      })
  void shouldTakeOnlyFilesOfLinesThatAreDocuments(String text, boolean holds) {
    byte[] bytes = text.replace('n', '\n').replace('r', '\r').getBytes(StandardCharsets.US_ASCII);
    for (int chunk = 1; chunk <= bytes.length; chunk++) {
      LineCheck check = new LineCheck();
      for (int from = 0; from < bytes.length; from += chunk) {
        int length = Math.min(chunk, bytes.length - from);
        byte[] part = java.util.Arrays.copyOfRange(bytes, from, from + length);
        check.add(part, length);
      }
      assertEquals(holds, check.holds(), text + " in chunks of " + chunk);
    }
  }
}
