package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.record.RawRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultipartSplitterTest {
  private static final String HEAD = "--b\nContent-Type: application/json\n\n";

  private static String places(String file, int limit) {
    List<String> all = new ArrayList<>();
    byte[] bytes = file.getBytes(StandardCharsets.ISO_8859_1);
    Feeds.records(Feeds.OPENALPR, bytes, limit)
        .forEachRemaining(
            r -> all.add(r.line() + "@" + r.offset() + (r instanceof RawRecord.Json ? "J" : "B")));
    return String.join(" ", all);
  }

  /** In the texts H stands for a boundary and a header, % for a line feed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "H{'a':1}%--b-- | 4@36J",
        "H{'a':1}%{'a':2}%--b--%H{'a':3} | 4@36J 5@44J 10@94J",
        "H{'a':%1}%H{'a':2}% | 4@36J 9@81J",
        "HHeartbeat%H{'a':2}% | 8@82J",
        "HCode=X;action=Pulse;index=0;data={%'a':2}%--b-- | 4@69J",
        "HCode=X;action=Start;index=0%--b-- | 4@36B",
        "H{'a':1}%--b--%text%text%H{'a':3} | 4@36J 6@50B 11@96J",
        "H{'a':1}%--c-- | 4@36J 5@44B",
        "H{'a':1% | 4@36B",
        "H | 4@36B",
        "--b%Content-Type: text/plain | 1@0B",
        "--b%Content-Type: image/jpeg%%{'a':1}% | 4@30J",
        "--b%Content-Type: image/jpeg%%no picture% | ``",
        "--b%Content-Type: application/json%{'a':1}%H{'a':2}%--b-- | 1@0B 7@79J",
        "--b%Content-Type: image/jpeg%no picture%H{'a':2}%--b-- | 7@76J",
        "H{'a':1}%--b%--b%Content-Type: x%%{'a':2}%--b-- | 4@36J 9@69J",
      })
  void shouldFindDocumentsInParts(String file, String places) {
    String text = file.replaceFirst("^H", HEAD).replace("%H", "%" + HEAD);
    text = text.replace('\'', '"').replace('%', '\n');
    assertEquals(places, places(text, 1 << 20));
  }

  @Test
  void shouldPassOverPicturesOfAnySize() {
    String picture =
        "--b\r\nContent-Type: image/jpeg\r\n\r\n" + "\u00FF\u00D8\u00FF".repeat(100_000);
    String untold = "\r\n--b\r\nContent-Disposition: x\r\n\r\n\u0089PNG" + "\n-".repeat(100_000);
    String document = "\r\n" + HEAD + "{\"a\":1}\r\n--b--\r\n";
    int at = picture.length() + untold.length() + 2 + HEAD.length();
    assertEquals("100012@" + at + "J", places(picture + untold + document, 1_000));
  }

  @Test
  void shouldBreakAPartAboveTheLimit() {
    String file = HEAD + "{\"a\":\"" + "x".repeat(100_000) + "\"}\n" + HEAD + "{\"a\":1}\n";
    assertEquals("4@36B 8@100081J", places(file, 1_000));
  }

  @Test
  void shouldKeepTheOtherPartsOfADamagedFile() {
    Random random = new Random(13);
    String group = OpenAlprAdapterTest.groupWith("\"is_parked\":false,", "");
    String good = HEAD + group + "\n";
    for (int run = 0; run < 1_000; run++) {
      byte[] middle = Mutations.damaged(good.getBytes(StandardCharsets.UTF_8), random);
      String file = good + new String(middle, StandardCharsets.ISO_8859_1) + "\n" + good + good;
      long whole =
          Feeds.outcomes(Feeds.OPENALPR, file.getBytes(StandardCharsets.ISO_8859_1)).stream()
              .filter(o -> Feeds.word(o).equals("TST0001"))
              .count();
      int current = run;
      assertTrue(whole >= 3, () -> "run " + current + " kept " + whole);
    }
  }
}
