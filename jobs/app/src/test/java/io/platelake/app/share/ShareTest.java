package io.platelake.app.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.CliRun;
import io.platelake.app.job.Sha256;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.search.SearchLake;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.NamedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From a request to the day of destruction. The steps share a lake. */
@Tag("lake")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShareTest {
  private static final Instant START = Instant.parse("2026-06-05T00:00:00Z");
  private static final String REQUEST =
      """
      id: %s
      agency: city-2
      basis: %s
      recipient: %s
      data: %s
      received_at: 2026-06-04T09:00:00Z
      need: trial of a burglary
      consideration: none
      """;

  @TempDir static Path temp;
  private static SearchLake lake;
  private static String export;
  private static int minute;

  @Test
  @Order(1)
  void shouldRefuseAtOnceWhatCannotBeGranted() throws IOException {
    lake = SearchLake.in(temp);
    lake.load(
        "recipients",
        "recipient_id,name,aliases,kind,level,jurisdiction,parent,blocked,verified_at,"
            + "immigration_enforcement\n"
            + "county-da,District Attorney of Sample County,SCDA,prosecutorial,local,US-WA,,false,"
            + "2026-01-05,\n"
            + "ero,Removal Office,,law_enforcement,federal,,,false,2026-01-05,true\n"
            + "ero-west,Western Squad,,law_enforcement,federal,,ero,false,2026-01-05,false\n");
    CliRun found =
        lake.search(
            "c.okafor",
            lake.requests(
                "criminal,ABC-123,,,,,,,,2026-06-01T00:00:00Z,2026-06-02T00:00:00Z,"
                    + "26-000123,burglary,"),
            "--json");
    assertEquals(0, found.code(), found.all());
    export = rows(Table.EXPORTS).get(0).text("export_id");

    CliRun refused = request("share-ice", "judicial_proceeding", "ero-west", "alpr", "");
    assertEquals(3, refused.code(), refused.all());
    assertTrue(
        refused.out().contains("immigration_enforcement through ero")
            && refused.out().contains("City #2 ALPR Policy, section 6.3"),
        refused.all());
    List<NamedRow> rows = rows(Table.SHARES);
    assertEquals(List.of("refuse", "request"), rows.stream().map(r -> r.text("event")).toList());
    assertEquals(2, request("share-ice", "court_order", "county-da", "alpr", "").code(), "taken");
  }

  @Test
  @Order(2)
  void shouldNeedADocumentAVerificationAndAnotherPerson() throws IOException {
    CliRun asked = request("share-1", "court_order", "county-da", "alpr", "");
    assertEquals(0, asked.code(), asked.all());
    assertTrue(asked.out().contains("item_missing") && asked.out().contains("6.2(b)"), asked.all());
    CliRun early = step("b.chief", "approve", "share-1", "--document", "memo 1");
    assertEquals(3, early.code(), early.all());
    assertTrue(early.out().contains("not_verified"), early.all());
    assertEquals(
        2, step("r.records", "verify", "share-1", "--item", "fee", "--document", "x").code());
    CliRun verified =
        step(
            "r.records",
            "verify",
            "share-1",
            "--item",
            "legal_document",
            "--document",
            "warrant 26-2-00123");
    assertEquals(0, verified.code(), verified.all());
    CliRun lacks = step("r.records", "approve", "share-1", "--document", "memo 1");
    assertEquals(3, lacks.code(), "lacks the permission");
    CliRun unapproved = fulfil("share-1");
    assertEquals(3, unapproved.code(), unapproved.all());
    assertTrue(unapproved.out().contains("not_approved"), unapproved.all());
    assertEquals(0, Files.list(lake.desk()).count(), "nothing has left");
    CliRun approved = step("b.chief", "approve", "share-1", "--document", "memo 1");
    assertEquals(0, approved.code(), approved.all());
  }

  @Test
  @Order(3)
  void shouldLetNobodyApproveHisOwnRequest() throws IOException {
    Path file = file("share-own", "court_order", "county-da", "alpr", "");
    assertEquals(0, as("b.chief", "share", "request", file.toString()).code());
    assertEquals(
        0,
        step("b.chief", "verify", "share-own", "--item", "legal_document", "--document", "w 1")
            .code());
    CliRun own = step("b.chief", "approve", "share-own", "--document", "memo 1");
    assertEquals(3, own.code(), own.all());
    assertTrue(own.out().contains("own_approval"), own.all());
    CliRun refused = step("b.chief", "refuse", "share-own", "--reason", "the case is closed");
    assertEquals(0, refused.code(), refused.all());
    assertEquals(2, step("b.chief", "refuse", "share-own", "--reason", "again").code());
  }

  @Test
  @Order(4)
  void shouldHandTheBytesOverWithAManifestAndThePolicyOfTheDay() throws IOException {
    CliRun given = fulfil("share-1");
    assertEquals(0, given.code(), given.all());
    byte[] bytes = Files.readAllBytes(lake.desk().resolve("share-share-1.csv"));
    String manifest = Files.readString(lake.desk().resolve("share-share-1.json"));
    assertTrue(manifest.contains(Sha256.of(bytes)), manifest);
    assertTrue(manifest.contains("\"destroy_on\" : \"2026-06-22\""), manifest);
    assertTrue(manifest.contains("\"recipient\" : \"county-da\""), manifest);
    assertTrue(manifest.contains("\"basis\" : \"court_order\""), manifest);
    NamedRow fulfilled =
        rows(Table.SHARES).stream().filter(r -> r.text("event").equals("fulfil")).findFirst().get();
    assertEquals(3, fulfilled.number("records"));
    assertEquals("mail 12", fulfilled.text("document"));
    assertTrue(fulfilled.has("shared_at"));
    for (NamedRow row : rows(Table.SHARES)) {
      assertEquals(
          PolicyLedger.inForce(lake.lake(), "city-2", row.instant("at")).version(),
          row.text("policy_version"),
          "every event names the policy that was in force then");
    }
    assertEquals(2, fulfil("share-1").code(), "once");
    CliRun before = lake.at(START.plusSeconds(61), "r.records", "share", "list", "--json");
    assertEquals(1, before.record().at("/counts/shares").asLong(), "as of any past date");
    CliRun list = as("r.records", "share", "list", "--json");
    assertEquals(1, list.record().at("/counts/fulfilled").asLong(), list.all());
    assertEquals(2, list.record().at("/counts/refused").asLong(), list.all());
  }

  @Test
  @Order(5)
  void shouldNameEveryExportThatCarriedAWrongRead() throws IOException {
    List<String> answer = Files.readAllLines(lake.answers().resolve(export + ".csv"));
    int column = List.of(answer.get(0).split(",")).indexOf("read_id");
    String read = answer.get(1).split(",", -1)[column];
    Path notice = temp.resolve("notice.csv");
    String[] command = {"hits", "notice", "--read", read, "--out", notice.toString()};
    assertEquals(0, as("c.okafor", command).code());
    List<String> lines = Files.readAllLines(notice);
    assertTrue(
        lines.stream().anyMatch(l -> l.startsWith("export," + export) && l.contains(",yes,")),
        lines.toString());
    assertTrue(
        lines.stream()
            .anyMatch(l -> l.startsWith("export,share-1") && l.contains(",county-da,yes,")),
        lines.toString());
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("share,share-1")), lines.toString());
  }

  @Test
  @Order(6)
  void shouldHandOutNoReaderDataAsAPublicRecord() throws IOException {
    CliRun reads = request("share-pr", "discovery", "county-da", "alpr", "public_records: true\n");
    assertEquals(3, reads.code(), reads.all());
    assertTrue(reads.out().contains("public_record"), reads.all());
    Path log =
        file(
            "share-log",
            "discovery",
            "county-da",
            "audit",
            "public_records: true\nitems: {legal_document: request 7}\n");
    assertEquals(0, as("r.records", "share", "request", log.toString()).code());
    assertEquals(0, step("r.records", "verify", "share-log", "--document", "request 7").code());
    assertEquals(0, step("b.chief", "approve", "share-log", "--document", "memo 2").code());
    CliRun denied = fulfil("share-log");
    assertEquals(3, denied.code(), denied.all());
    assertTrue(
        denied.out().contains("public_record") && denied.out().contains("other_data"),
        denied.all());
    assertFalse(Files.exists(lake.desk().resolve("share-share-log.csv")));
    String today = java.time.LocalDate.now(java.time.ZoneOffset.UTC).toString();
    String[] redact = {
      "audit",
      "redact",
      "--agency",
      "city-2",
      "--window",
      "2026-06-01T00:00:00Z/" + today + "T23:59:59Z",
      "--json",
      "--out"
    };
    CliRun outside = as("d.audit", append(redact, temp.resolve("elsewhere").toString()));
    assertEquals(3, outside.code(), "in no registered place: " + outside.all());
    CliRun redacted = as("d.audit", append(redact, lake.desk().resolve("log").toString()));
    assertEquals(0, redacted.code(), redacted.all());
    String id =
        rows(Table.EXPORTS).stream()
            .filter(r -> r.findText("kind").filter("audit"::equals).isPresent())
            .findFirst()
            .get()
            .text("export_id");
    CliRun given = step("r.records", "fulfil", "share-log", "--export", id, "--to", "desk");
    assertEquals(0, given.code(), given.all());
  }

  @Test
  @Order(7)
  void shouldFindAnExportThatWasChanged() throws IOException {
    CliRun clean = as("r.records", "export", "check", "--json");
    assertEquals(0, clean.code(), clean.all());
    assertEquals(4, clean.record().at("/counts/exports").asLong());
    Path answer = lake.answers().resolve(export + ".csv");
    byte[] before = Files.readAllBytes(answer);
    Files.writeString(answer, new String(before).replace("cam-1", "cam-2"));
    CliRun changed = as("r.records", "export", "check", "--json");
    assertEquals(4, changed.code(), changed.all());
    CliRun again = request("share-2", "court_order", "county-da", "alpr", doc());
    assertEquals(0, again.code(), again.all());
    step("r.records", "verify", "share-2", "--document", "w 2");
    step("b.chief", "approve", "share-2", "--document", "memo 3");
    CliRun refused = fulfil("share-2");
    assertEquals(3, refused.code(), refused.all());
    assertTrue(refused.all().contains("it was changed since it left"), refused.all());
    Files.write(answer, before);
    assertEquals(0, fulfil("share-2").code());
    Files.delete(lake.desk().resolve("share-share-2.csv"));
    assertEquals(4, as("r.records", "export", "check").code(), "missing");
    CliRun byHand =
        as("b.chief", "export", "destroyed", "share-2", "--document", "letter of the recipient");
    assertEquals(0, byHand.code(), "confirmed: " + byHand.all());
    CliRun gone = as("b.chief", "export", "destroyed", "share-2", "--document", "memo 4");
    assertEquals(0, gone.code(), "and gone here: " + gone.all());
    assertEquals(0, as("r.records", "export", "check").code());
  }

  @Test
  @Order(8)
  void shouldDestroyOnTimeProveItAndRemindTheRecipient() throws IOException {
    CliRun due = lake.at(Instant.parse("2026-06-22T02:00:00Z"), "a.admin", "status");
    assertTrue(due.out().contains("to be destroyed on 2026-06-22"), due.all());
    Instant late = Instant.parse("2026-06-23T00:00:00Z");
    CliRun status = lake.at(late, "a.admin", "status");
    assertTrue(status.out().contains("had to be destroyed on 2026-06-22"), status.all());
    CliRun destroyed =
        lake.at(late, "b.chief", "export", "destroy", "--agency", "city-2", "--json");
    assertEquals(0, destroyed.code(), destroyed.all());
    assertEquals(2, destroyed.record().at("/counts/destroyed").asLong(), destroyed.all());
    assertFalse(Files.exists(lake.answers().resolve(export + ".csv")));
    assertFalse(Files.exists(lake.answers().resolve(export + ".json")), "and its manifest");
    NamedRow row =
        rows(Table.EXPORTS).stream()
            .filter(r -> r.text("event").equals("destroyed") && r.text("export_id").equals(export))
            .findFirst()
            .get();
    assertTrue(row.text("document").contains("deleted, not found afterwards"));
    Instant after = late.plusSeconds(60);
    CliRun reminder = lake.at(after, "a.admin", "status");
    assertFalse(reminder.out().contains("had to be destroyed"), reminder.all());
    assertTrue(reminder.out().contains("county-da has not confirmed"), reminder.all());
    String[] confirm = {"export", "destroyed", "share-1", "--document", "certificate 12"};
    assertEquals(0, lake.at(after, "b.chief", confirm).code());
    assertEquals(2, lake.at(after.plusSeconds(1), "b.chief", confirm).code(), "once");
    CliRun done = lake.at(after.plusSeconds(2), "a.admin", "status");
    assertFalse(done.out().contains("has not confirmed"), done.all());
    Files.writeString(lake.answers().resolve(export + ".csv"), "restored from a backup");
    CliRun back = lake.at(after.plusSeconds(3), "r.records", "export", "check");
    assertEquals(4, back.code(), back.all());
    assertTrue(back.out().contains("although") || back.out().contains("was destroyed"), back.out());
  }

  @Test
  @Order(9)
  void shouldHandEvidenceOutAsOneFileThatAnybodyCanCheck() throws IOException {
    Path hold = temp.resolve("hold.yaml");
    Files.writeString(
        hold,
        "id: order-1\nagency: city-2\nkind: court_order\ncase: 26-000123\n"
            + "authority: order of the court\npurposes: [criminal]\nplates: [ABC123]\n");
    Instant at = Instant.parse("2026-06-06T00:00:00Z");
    assertEquals(0, lake.at(at, "r.records", "hold", "open", hold.toString()).code());
    String[] export = {
      "hold",
      "export",
      "order-1",
      "--booking",
      "26-0042",
      "--offence",
      "burglary",
      "--to",
      "desk",
      "--json"
    };
    CliRun none = lake.at(at, "r.records", export);
    assertEquals(3, none.code(), "still in the lake: " + none.all());
    String record = "{\"read_id\":1,\"plate\":\"ABC123\"}";
    lake.lake()
        .append(
            Table.EVIDENCE,
            List.of(
                lake.lake()
                    .newRow(Table.EVIDENCE)
                    .with("read_id", 1L)
                    .with("agency_id", "city-2")
                    .with("purpose", "criminal")
                    .with("captured_at", at.minusSeconds(60))
                    .with("copied_at", at)
                    .with("record", record)
                    .with("digest", Sha256.of(record))
                    .with("hold_id", "order-1")
                    .row()),
            new io.platelake.lake.table.CommitKey("test:evidence", 0));
    assertEquals(3, lake.at(at, "c.okafor", export).code(), "lacks the permission");
    CliRun given = lake.at(at, "r.records", export);
    assertEquals(0, given.code(), given.all());
    assertFalse(given.all().contains("ABC123"), "only in the file");
    Path zip = lake.desk().resolve("evidence-order-1-26-0042.zip");
    assertEquals(Sha256.of(Files.readAllBytes(zip)), given.record().at("/details/sha256").asText());
    java.util.Map<String, byte[]> files = new java.util.HashMap<>();
    try (var in = new java.util.zip.ZipInputStream(Files.newInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    assertEquals(record + "\n", new String(files.get("records.jsonl")));
    for (String line : new String(files.get("SHA256SUMS")).lines().toList()) {
      String[] sum = line.split("  ");
      assertEquals(Sha256.of(files.get(sum[1])), sum[0], sum[1]);
    }
    String manifest = Files.readString(lake.desk().resolve("evidence-order-1-26-0042.json"));
    assertTrue(manifest.contains("\"booking\" : \"26-0042\""), manifest);
    assertTrue(manifest.contains("\"case_ref\" : \"26-000123\""), manifest);
    List<io.platelake.core.accesslog.ChainedRow> log =
        io.platelake.app.ledger.access.AccessLogRows.all(lake.lake(), "city-2");
    assertEquals("given", log.get(log.size() - 1).fields().get("result"));
    assertEquals("hold export", log.get(log.size() - 1).fields().get("command"));
    String[] close = {"hold", "close", "order-1", "--authority", "order 8"};
    assertEquals(0, lake.at(at.plusSeconds(60), "r.records", close).code());
    CliRun status = lake.at(at.plusSeconds(120), "a.admin", "status");
    assertTrue(status.out().contains("its hold ended on 2026-06-06T00:01:00Z"), status.all());
  }

  private static String doc() {
    return "items: {legal_document: warrant 26-2-00124}\n";
  }

  private static List<NamedRow> rows(Table table) {
    return NamedRow.all(lake.lake().read(table).orderBy("at", "event"));
  }

  private static Path file(String id, String basis, String recipient, String data, String more)
      throws IOException {
    Path file = Files.createTempFile(temp, "request", ".yaml");
    return Files.writeString(file, REQUEST.formatted(id, basis, recipient, data) + more);
  }

  private static CliRun request(String id, String basis, String recipient, String data, String more)
      throws IOException {
    return as("r.records", "share", "request", file(id, basis, recipient, data, more).toString());
  }

  private static CliRun fulfil(String share) throws IOException {
    return step(
        "r.records", "fulfil", share, "--export", export, "--to", "desk", "--email", "mail 12");
  }

  private static CliRun step(String account, String... command) throws IOException {
    String[] all = new String[command.length + 1];
    all[0] = "share";
    System.arraycopy(command, 0, all, 1, command.length);
    return as(account, all);
  }

  /** Each a minute after the last. */
  private static CliRun as(String account, String... command) throws IOException {
    return lake.at(START.plusSeconds(60L * ++minute), account, command);
  }

  private static String[] append(String[] command, String last) {
    String[] all = java.util.Arrays.copyOf(command, command.length + 1);
    all[command.length] = last;
    return all;
  }
}
