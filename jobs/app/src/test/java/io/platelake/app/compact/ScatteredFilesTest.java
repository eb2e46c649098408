package io.platelake.app.compact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.lake.erase.LiveFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScatteredFilesTest {
  private static final long FILE = 100;

  @Test
  void shouldRewriteAnAgencyWithTooManyFilesOrUnsortedReads() {
    String cases =
        """
        files                                | rewrite
        a 80 sorted                          | false
        a 80 unsorted                        | true
        a 90 sorted, a 90 sorted             | false
        a 20 sorted, a 20 sorted             | true
        a 99 sorted, a 1 unsorted            | false
        a 95 sorted, a 5 unsorted            | true
        a 80 sorted, b 80 unsorted           | true
        a 80 by-time                         | true
        - 80 sorted                          | true
        """;
    cases
        .lines()
        .skip(1)
        .map(line -> line.split("\\|"))
        .forEach(
            line ->
                assertEquals(
                    Boolean.parseBoolean(line[1].strip()),
                    ScatteredFiles.areWorthARewrite(files(line[0]), "plate_key", FILE),
                    line[0]));
  }

  private static List<LiveFile> files(String text) {
    return Arrays.stream(text.strip().split(", ")).map(ScatteredFilesTest::file).toList();
  }

  private static LiveFile file(String text) {
    String[] words = text.split(" ");
    Optional<String> sortedBy =
        switch (words[2]) {
          case "sorted" -> Optional.of("plate_key");
          case "by-time" -> Optional.of("captured_at");
          default -> Optional.empty();
        };
    return new LiveFile(
        text,
        Long.parseLong(words[1]),
        1,
        Optional.of(words[0]).filter(agency -> !agency.equals("-")),
        sortedBy);
  }
}
