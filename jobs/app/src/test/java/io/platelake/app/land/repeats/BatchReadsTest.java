package io.platelake.app.land.repeats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.app.land.rows.FateRows;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import org.junit.jupiter.api.Test;

class BatchReadsTest {
  @Test
  void shouldFindTheReadIdAtOnePlaceInRowsOfEveryFate() {
    Contracts contracts = Contracts.load();
    assertEquals(BatchReads.READ_ID, FateRows.EXCLUDED.fieldIndex("read_id"));
    assertEquals(BatchReads.READ_ID, contracts.get(Table.READS).schema().fieldIndex("read_id"));
    assertEquals(BatchReads.READ_ID, contracts.get(Table.IMAGES).schema().fieldIndex("read_id"));
  }
}
