package io.platelake.app.ledger.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.app.TestLake;
import io.platelake.app.cli.Main;
import io.platelake.core.Refusal;
import io.platelake.core.chain.CanonicalJson;
import io.platelake.core.chain.CheckingKey;
import io.platelake.core.chain.HashChain;
import io.platelake.core.chain.SigningKey;
import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three certificates, the second with a finding, that somebody tries to wash away. */
@Tag("lake")
class CertificatesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Path files;
  private Lake lake;

  @BeforeEach
  void certify() {
    lake = TestLake.in(folder, CertificatesTest.class, CertificatesTest::fill);
    files = folder.resolve(Certificates.FOLDER);
  }

  private static void fill(Lake lake) {
    try {
      for (String outcome : List.of("clean", "finding", "clean")) {
        Certificates.add(
            lake,
            "ab" + outcome.length(),
            Instant.parse("2026-06-21T02:00:00Z"),
            outcome,
            Map.of(
                "outcome",
                outcome,
                "plan_digest",
                "ab" + outcome.length(),
                "as_of",
                "2026-06-21T02:00:00Z"),
            new Seal(Optional.empty(), Optional.empty()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void shouldFindNoFaultInAChainThatIsWhole() throws IOException {
    assertEquals(List.of(), Certificates.faults(lake, Optional.empty()));
    // Its finding is open, and that alone is what a check of the files says.
    assertEquals("3 0 1", check());
  }

  @Test
  void shouldFindARowThatIsMissing() throws IOException {
    delete(2);
    assertEquals(
        List.of("certificate 3: UNLINKED, it does not follow"),
        Certificates.faults(lake, Optional.empty()));
  }

  @Test
  void shouldFindAnEndThatWasCutOff() throws IOException {
    delete(3);
    assertEquals(
        List.of("certificate 3: INVENTED, its file has no row"),
        Certificates.faults(lake, Optional.empty()));
  }

  @Test
  void shouldFindAFileThatIsNotItsRow() throws IOException {
    ObjectNode second = read(2);
    ((ObjectNode) second.get("body")).put("outcome", "clean");
    write(2, rehashed(second));
    assertEquals(
        List.of("certificate 2: ALTERED, its file is not its row"),
        Certificates.faults(lake, Optional.empty()));
    // Hashed anew it is intact, and the next one does not follow.
    assertEquals("3 1 0", check());
  }

  /** All that follow are numbered and hashed anew: only the rows of the lake tell. */
  @Test
  void shouldFindFilesThatWereHashedAnew() throws IOException {
    ObjectNode third = read(3);
    Files.delete(file(3));
    third.put("seq", 2).set("prev_hash", read(1).get("hash"));
    ((ObjectNode) third.get("body")).put("seq", 2);
    write(2, rehashed(third));
    assertEquals("2 0 0", check());
    assertTrue(
        Certificates.faults(lake, Optional.empty())
            .contains("certificate 2: ALTERED, its file is not its row"));
  }

  @Test
  void shouldFindAFileThatIsMissingOrRenumbered() throws IOException {
    ObjectNode third = read(3);
    Files.delete(file(2));
    assertEquals("2 1 0", check(), "a gap");
    Files.delete(file(3));
    write(2, third.put("seq", 2));
    assertEquals("2 1 0", check(), "its number is under its hash");
  }

  @Test
  void shouldFindAFirstOneThatFollowsSomething() throws IOException {
    Files.delete(file(1));
    Files.delete(file(2));
    ObjectNode only = read(3).put("seq", 1);
    ((ObjectNode) only.get("body")).put("seq", 1);
    Files.delete(file(3));
    write(1, rehashed(only));
    assertEquals("1 1 0", check());
  }

  @Test
  void shouldKeepHashesInTheAnchorAndSayWhereTheChainDiffersFromThem() throws IOException {
    Path kept = folder.resolve("../anchor-" + folder.getFileName()).normalize();
    // The three of before are kept too; an editor has left out the end of the line.
    Files.writeString(kept, "000001 " + read(1).get("hash").asText());
    Anchor anchor = new Anchor(kept);
    Seal seal = new Seal(Optional.of(SigningKey.create()), Optional.of(anchor));
    add("fourth", seal);
    assertEquals(List.of(1L, 2L, 3L, 4L), List.copyOf(anchor.hashes().keySet()));
    assertEquals(List.of(), Certificates.faults(lake, seal.anchor()));
    Refusal refused =
        assertThrows(
            Refusal.class,
            () -> Certificates.refuseUnsigned(lake, new Seal(Optional.empty(), Optional.empty())));
    assertTrue(refused.getMessage().contains("the certificate before is signed"));
    Certificates.refuseUnsigned(lake, seal);

    String id = seal.key().orElseThrow().checking().id();
    assertEquals(
        id, CheckingKey.ofPem(Files.readString(files.resolve("keys/" + id + ".pem"))).id());
    assertEquals(id, read(4).at("/signature/key").asText());

    delete(4);
    Files.delete(file(4));
    assertEquals(
        List.of("certificate 4: REMOVED, the anchor names it"),
        Certificates.faults(lake, seal.anchor()));
    // A number is given once: not even a deleted row makes room for another.
    assertThrows(IllegalStateException.class, () -> add("another", seal));
    String second = read(2).get("hash").asText();
    Files.writeString(kept, Files.readString(kept).replace(second, "0".repeat(64)));
    assertEquals(
        List.of(
            "certificate 2: REWRITTEN, the anchor keeps another hash",
            "certificate 4: REMOVED, the anchor names it"),
        Certificates.faults(lake, seal.anchor()));
    Files.delete(kept);
  }

  private void add(String outcome, Seal seal) throws IOException {
    Certificates.add(
        lake,
        "run",
        Instant.parse("2026-06-22T02:00:00Z"),
        outcome,
        Map.of("outcome", outcome),
        seal);
  }

  /** Certificates, broken ones and open findings, by {@code purge check} of the folder. */
  private String check() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Main.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        TestSpark.session(),
        "--json",
        "purge",
        "check",
        files.toString());
    var counts = JSON.readTree(out.toByteArray()).path("counts");
    return counts.path("certificates").asLong()
        + " "
        + counts.path("broken").asLong()
        + " "
        + counts.path("with_findings").asLong();
  }

  private static ObjectNode rehashed(ObjectNode certificate) {
    String body = CanonicalJson.write(certificate.get("body"));
    return certificate.put("hash", HashChain.hash(certificate.get("prev_hash").asText(), body));
  }

  private void delete(long seq) {
    lake.spark()
        .sql("DELETE FROM delta.`" + lake.path(Table.PURGE_CERTIFICATES) + "` WHERE seq = " + seq);
  }

  private Path file(long seq) {
    return files.resolve(String.format("%06d.json", seq));
  }

  private ObjectNode read(long seq) throws IOException {
    return (ObjectNode) JSON.readTree(Files.readString(file(seq)));
  }

  private void write(long seq, ObjectNode certificate) throws IOException {
    Files.writeString(file(seq), JSON.writeValueAsString(certificate));
    Files.deleteIfExists(files.resolve("." + String.format("%06d.json.crc", seq)));
  }
}
