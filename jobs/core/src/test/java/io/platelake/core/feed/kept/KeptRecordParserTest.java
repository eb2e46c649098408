package io.platelake.core.feed.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.FeedParser;
import io.platelake.core.feed.ParsedRead;
import io.platelake.core.feed.RecordResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptRecordParserTest {
  private static final String HEAD =
      """
      id: f-1
      agency: city-2
      purpose: criminal
      adapter: mapping
      confidence_scale: unit
      mapping:
      """;
  private static final String FIELDS =
      """
        fields:
          plate: plate
          camera: %s
          captured_at: {%s: %s, format: iso}
      """;

  @Test
  void shouldReadARowWithTheHeaderOfItsFile() {
    String file =
        "sep=;\nat;cam;plate\n2026-06-01T10:00:00Z;c-1;TST1111\n2026-06-01T11:00:00Z;c-1;TST2222\n";
    List<RecordResult> wrong = outcomes(csv("plate", "at"), file);
    assertEquals(
        List.of("captured_at its text is no time of the mapped format"),
        wrong.stream().map(KeptRecordParserTest::fault).distinct().toList());
    List<RecordResult> right = judged(csv("at", "cam"), wrong);
    assertEquals(List.of("TST1111", "TST2222"), plates(right));
    assertEquals(wrong.get(1).raw().line(), right.get(1).raw().line());
    assertEquals(wrong.get(1).raw().offset(), right.get(1).raw().offset());
  }

  @Test
  void shouldReadRowsWhoseHeaderLackedAColumn() {
    List<RecordResult> wrong =
        outcomes(csv("time", "cam"), "at,cam,plate\n2026-06-01T10:00:00Z,c-1,TST1111\n");
    assertEquals(2, wrong.size());
    KeptRecordParser parser = new KeptRecordParser(csv("at", "cam"));
    assertEquals(Optional.of(List.of()), parser.outcomes(kept(wrong.get(0))));
    assertEquals(List.of("TST1111"), plates(parser.outcomes(kept(wrong.get(1))).orElseThrow()));
  }

  @Test
  void shouldNotJudgeARowWithoutTheNamesOfItsColumns() {
    KeptRecord row = new KeptRecord(2, 13, 0, "", "2026-06-01T10:00:00Z,c-1,TST1111\n");
    assertEquals(Optional.empty(), new KeptRecordParser(csv("at", "cam")).outcomes(row));
  }

  @Test
  void shouldReadOneReadOfADocumentWithWhatHoldsForAll() {
    String file =
        """
        {"cam": "c-1", "plate": "TST9999", "reads": [
          {"at": "2026-06-01T10:00:00Z", "plate": "TST1111"},
          {"at": "soon", "time": "x", "plate": "TST2222"}]}
        """;
    List<RecordResult> wrong = outcomes(json("at"), file);
    assertEquals(List.of("TST1111"), plates(wrong));
    assertEquals("captured_at at its text is no time of the mapped format", where(wrong.get(1)));
    KeptRecord kept = kept(wrong.get(1));
    assertEquals(
        "{\"cam\":\"c-1\",\"reads\":[{\"at\":\"soon\",\"plate\":\"TST2222\"}]}", kept.payload());
    KeptRecord repaired =
        new KeptRecord(1, 0, 1, "", kept.payload().replace("soon", "2026-06-01T10:00:00Z"));
    RecordResult right = new KeptRecordParser(json("at")).outcomes(repaired).orElseThrow().get(0);
    assertEquals(List.of("TST2222"), plates(List.of(right)));
    assertEquals(1, right.index());
  }

  @Test
  void shouldSayAtWhichByteADocumentBreaks() {
    List<RecordResult> broken = outcomes(json("at"), "{\"cam\": c-1}\n");
    assertEquals("byte 8", fault(broken.get(0), true));
  }

  private static String fault(RecordResult outcome) {
    ParsedRead.Defect defect = (ParsedRead.Defect) outcome.parsed();
    return defect.fault().field() + " " + defect.fault().says();
  }

  private static String fault(RecordResult outcome, boolean at) {
    return ((ParsedRead.Defect) outcome.parsed()).fault().at();
  }

  private static String where(RecordResult outcome) {
    ParsedRead.Defect defect = (ParsedRead.Defect) outcome.parsed();
    return defect.fault().field() + " " + defect.fault().at() + " " + defect.fault().says();
  }

  private static List<String> plates(List<RecordResult> outcomes) {
    return outcomes.stream()
        .filter(o -> o.parsed() instanceof ParsedRead.Read)
        .map(o -> ((ParsedRead.Read) o.parsed()).read().plate())
        .toList();
  }

  private static List<RecordResult> judged(FeedDefinition feed, List<RecordResult> wrong) {
    KeptRecordParser parser = new KeptRecordParser(feed);
    List<RecordResult> all = new ArrayList<>();
    wrong.forEach(record -> all.addAll(parser.outcomes(kept(record)).orElseThrow()));
    return all;
  }

  private static KeptRecord kept(RecordResult record) {
    return new KeptRecord(
        record.raw().line(),
        record.raw().offset(),
        record.index(),
        record.raw().header(),
        record.payload());
  }

  private static List<RecordResult> outcomes(FeedDefinition feed, String file) {
    List<RecordResult> all = new ArrayList<>();
    FeedParser.of(feed, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))
        .forEachRemaining(all::add);
    assertTrue(all.size() > 0);
    return all;
  }

  private static FeedDefinition csv(String at, String cam) {
    return FeedDefinition.read(
        HEAD + "  format: csv\n  header: true\n" + FIELDS.formatted(cam, "column", at), "f.yaml");
  }

  private static FeedDefinition json(String at) {
    return FeedDefinition.read(
        HEAD + "  format: json\n  each: reads\n" + FIELDS.formatted("$.cam", "path", at), "f.yaml");
  }
}
