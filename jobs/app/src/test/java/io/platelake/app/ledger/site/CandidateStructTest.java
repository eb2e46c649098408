package io.platelake.app.ledger.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class CandidateStructTest {
  @Test
  void shouldHaveTheOrderOfTheContract() {
    StructType reads = Contracts.load().get(Table.READS).schema();
    ArrayType candidates = (ArrayType) reads.apply("candidates").dataType();
    List<String> fields = List.of(((StructType) candidates.elementType()).fieldNames());
    assertEquals(CandidateStruct.FIELDS, fields);
  }
}
