package io.platelake.core.hotlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.hotlist.layout.RefusalCode;
import io.platelake.core.hotlist.layout.ShippedLayouts;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No content crashes a layout, and every record of a file that is read has one outcome. */
class HotlistFuzzTest {
  private static final String CANARY = "CANARY7";

  private static final class Outcomes implements ListSink {
    private long accepted;
    private long refused;

    @Override
    public void accepted(HotlistEntry entry) {
      accepted++;
    }

    @Override
    public void refused(int line, RefusalCode code) {
      refused++;
      assertTrue(line > 0);
    }
  }

  @Property(tries = 400)
  void shouldReadAnyBytesOrNameTheirPlace(@ForAll("layouts") String layout, @ForAll byte[] bytes) {
    read(Sample.of(layout), bytes);
  }

  @Property(tries = 400)
  void shouldReadAnyTextOrNameItsPlace(@ForAll("layouts") String layout, @ForAll String text) {
    read(Sample.of(layout), text.getBytes(StandardCharsets.UTF_8));
  }

  /** The sample with some of its bytes replaced, taken out, or doubled. */
  @Property(tries = 1500)
  void shouldReadADamagedSampleOrNameItsPlace(
      @ForAll("layouts") String layout, @ForAll("damage") int[] damage) {
    Sample sample = Sample.of(layout);
    StringBuilder text = new StringBuilder(new String(sample.bytes(), StandardCharsets.ISO_8859_1));
    for (int i = 0; i + 1 < damage.length && !text.isEmpty(); i += 2) {
      int at = damage[i] % text.length();
      switch (damage[i + 1] % 5) {
        case 0 -> text.setCharAt(at, (char) (damage[i + 1] % 256));
        case 1 -> text.setCharAt(at, ",;\"\n\r\t *0/".charAt(damage[i + 1] % 10));
        case 2 -> text.deleteCharAt(at);
        case 3 -> text.setLength(at);
        default -> text.insert(at, text.substring(0, Math.min(at, 80)) + CANARY);
      }
    }
    read(sample, text.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  @Provide
  Arbitrary<String> layouts() {
    return Arbitraries.of(ShippedLayouts.names());
  }

  @Provide
  Arbitrary<int[]> damage() {
    return Arbitraries.integers().between(0, 1 << 20).array(int[].class).ofMaxSize(8);
  }

  private static void read(Sample sample, byte[] bytes) {
    Outcomes outcomes = new Outcomes();
    try {
      ListCounts counts = sample.read(bytes, outcomes);
      assertEquals(outcomes.accepted, counts.accepted());
      assertEquals(outcomes.refused, counts.refused());
      assertEquals(
          counts.records(),
          outcomes.accepted + outcomes.refused + counts.dropped() + counts.duplicates());
    } catch (BadInput e) {
      assertTrue(e.getMessage().startsWith("list"), e.getMessage());
      assertFalse(e.getMessage().contains(CANARY), e.getMessage());
    }
  }
}
