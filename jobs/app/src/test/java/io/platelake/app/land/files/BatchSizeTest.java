package io.platelake.app.land.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.lake.TestSpark;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("lake")
class BatchSizeTest {
  private static final long MIB = 1 << 20;

  @Test
  void shouldPutFilesTogetherInTheOrderOfTheirPaths() {
    assertEquals(
        "[[a, b], [c], [d]]",
        names(
            BatchSize.cut(
                List.of(plain("c", 20), plain("a", 5), plain("d", 1), plain("b", 4)), 10 * MIB)));
  }

  @Test
  void shouldCountWhatPackedFilesBecome() {
    assertEquals(
        "[[a], [b]]",
        names(BatchSize.cut(List.of(file("a", 1, true), plain("b", 1)), 10 * MIB + (1 << 17))));
  }

  @Test
  void shouldHoldHalfOfWhatTheExecutorsCanStore() {
    // What Spark keeps of the heap for storage and execution, of which neither is used yet.
    double fraction =
        TestSpark.session().sparkContext().getConf().getDouble("spark.memory.fraction", 0.6);
    double storage = (Runtime.getRuntime().maxMemory() - 300 * MIB) * fraction;
    // Rows take a third of their text.
    assertEquals(storage / 2, BatchSize.of(TestSpark.session()) / 3.0, storage / 100);
  }

  private static RawFile plain(String name, long mib) {
    return file(name, mib, false);
  }

  private static RawFile file(String name, long mib, boolean dense) {
    return new RawFile(
        List.of(new RawFile.Copy(name, mib * MIB, 0)), name, mib * MIB, dense, false, true);
  }

  private static String names(List<List<RawFile>> groups) {
    Stream<List<String>> names = groups.stream().map(g -> g.stream().map(RawFile::path).toList());
    return names.toList().toString();
  }
}
