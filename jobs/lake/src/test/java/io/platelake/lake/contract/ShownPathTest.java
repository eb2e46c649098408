package io.platelake.lake.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "reads/purpose=criminal/date=2026-06-01",
        "reads/purpose=criminal/date=2026-06-01/part-00000-0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f.c000.zstd.parquet",
        "hits/_delta_log/00000000000000000012.json",
        "hits/_delta_log/00000000000000000010.checkpoint.parquet",
        "hits/_delta_log/.00000000000000000010.crc.crc",
        "evidence/hold_id=h-1",
        "certificates/000012.json",
      })
  void shouldShowNamesThatThePlatformGives(String path) {
    assertEquals(path, ShownPath.of(path));
  }

  @ParameterizedTest
  @CsvSource({
    "reads/plate=ABC1234, reads/(a name of 13 characters)",
    "reads/ABC1234.parquet, reads/(a name of 15 characters)",
    "reads/purpose=ABC1234, reads/(a name of 15 characters)",
    "reads/part-00000-ABC1234.parquet, reads/(a name of 26 characters)",
    "abc1234/x.csv, (a name of 7 characters)/(a name of 5 characters)",
  })
  void shouldNotShowANameThatCouldBeAPlate(String path, String shown) {
    assertEquals(shown, ShownPath.of(path));
  }
}
