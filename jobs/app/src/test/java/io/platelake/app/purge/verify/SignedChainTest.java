package io.platelake.app.purge.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.app.CliRun;
import io.platelake.core.chain.CanonicalJson;
import io.platelake.core.chain.HashChain;
import io.platelake.core.chain.Signature;
import io.platelake.core.chain.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code purge check} against somebody who can write every file of the lake. */
@Tag("lake")
class SignedChainTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Path chain;
  private Path anchor;
  private Path publicKey;
  private SigningKey key;

  /** Four certificates; the first is from before there was a key. */
  @BeforeEach
  void makeChain() throws IOException {
    chain = Files.createDirectory(folder.resolve("certificates"));
    anchor = folder.resolve("anchor.txt");
    CliRun made = CliRun.of("purge", "key", folder.resolve("signing.pem").toString());
    assertEquals(0, made.code(), made.all());
    publicKey = folder.resolve("signing.pem.pub");
    key = SigningKey.ofPem(Files.readString(folder.resolve("signing.pem")));
    write(List.of("clean", "clean", "clean", "clean"), key);
    List<String> lines = new ArrayList<>();
    for (int seq = 1; seq <= 4; seq++) {
      lines.add(String.format("%06d %s", seq, read(seq).path("hash").asText()));
    }
    Files.write(anchor, lines);
  }

  @Test
  void shouldAcceptTheChainAsItWasMade() {
    CliRun run = check(true);
    assertEquals(0, run.code(), run.all());
    assertEquals(3, run.out().split("signed by " + key.checking().id()).length - 1, run.out());
    CliRun plain = CliRun.of("purge", "check", chain.toString());
    assertEquals(0, plain.code());
    assertTrue(plain.out().contains("not checked: give --public-key"), plain.out());
  }

  @Test
  void shouldFindAChangedBody() throws IOException {
    ObjectNode second = read(2);
    second.withObject("/body").put("outcome", "other");
    save(second);
    finds("000002  ALTERED", check(false));
  }

  @Test
  void shouldFindAChainThatWasHashedAgain() throws IOException {
    write(List.of("clean", "finding", "clean", "clean"), null);
    finds("UNSIGNED", check(false));
    write(List.of("clean", "finding", "clean", "clean"), SigningKey.create());
    finds("UNKNOWN KEY", check(false));
    finds("certificate 2: REWRITTEN", check(true));
  }

  @Test
  void shouldFindASignatureOfAnotherCertificate() throws IOException {
    ObjectNode third = read(3);
    third.set("signature", read(4).get("signature"));
    save(third);
    finds("FORGED", check(false));
  }

  @Test
  void shouldFindTheLastOneCutOff() throws IOException {
    Files.delete(file(4));
    assertEquals(0, check(false).code(), "without an anchor nobody can know");
    finds("certificate 4: REMOVED", check(true));
  }

  @Test
  void shouldFindOneTakenOutOrTwoThatChangedPlaces() throws IOException {
    byte[] second = Files.readAllBytes(file(2));
    byte[] third = Files.readAllBytes(file(3));
    Files.delete(file(2));
    finds("000003  GAP", check(false));
    Files.write(file(2), third);
    Files.write(file(3), second);
    finds("UNLINKED", check(false));
    finds("UNLINKED", check(true));
  }

  @Test
  void shouldFindACopyUnderTheNameOfAnother() throws IOException {
    Files.write(file(4), Files.readAllBytes(file(3)));
    finds("UNLINKED", check(false));
    finds("certificate 4: REMOVED", check(true));
  }

  @Test
  void shouldFindWhatNobodyCouldHaveHashed() throws IOException {
    ObjectNode third = read(3);
    third.put("prev_hash", "nonsense");
    save(third);
    finds("000003  ALTERED", check(false));
    third.withObject("/signature").putNull("value");
    save(third);
    badInput("it is not a certificate");
  }

  @Test
  void shouldFindEverySignatureTakenOff() throws IOException {
    for (int seq = 2; seq <= 4; seq++) {
      ObjectNode one = read(seq);
      one.remove("signature");
      save(one);
    }
    finds("000004  intact    clean     as of 2026-06-04T00:00:00Z  UNSIGNED", check(false));
  }

  @Test
  void shouldSayWhatIsWrongWithItsInput() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "hello\n");
    badInput("no block BEGIN PUBLIC KEY", "--public-key", text.toString());
    badInput("there is no such file", "--public-key", folder.resolve("no").toString());
    badInput("line 1: it is no number and hash", "--anchor", text.toString());
    badInput("there is no such file", "--anchor", folder.resolve("no").toString());
    Files.writeString(anchor, "000001 " + "0".repeat(64) + "\n000001 " + "1".repeat(64) + "\n");
    badInput("an earlier line has another hash", "--anchor", anchor.toString());
  }

  @Test
  void shouldMakeAKeyForItsOwnerOnlyAndNeverOverADifferentOne() throws IOException {
    Path made = folder.resolve("signing.pem");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
    String before = Files.readString(made);
    CliRun again = CliRun.of("purge", "key", made.toString());
    assertEquals(2, again.code());
    assertTrue(again.err().contains("it exists"), again.err());
    assertEquals(before, Files.readString(made));
    assertEquals(2, CliRun.of("purge", "key", folder.resolve("no/key").toString()).code());
    assertFalse(Files.exists(folder.resolve("no")));
    assertFalse(again.all().contains("BEGIN PRIVATE"));
  }

  private CliRun check(boolean anchored) {
    List<String> words =
        new ArrayList<>(List.of("purge", "check", "--public-key", publicKey.toString()));
    if (anchored) {
      words.addAll(List.of("--anchor", anchor.toString()));
    }
    words.add(chain.toString());
    return CliRun.of(words.toArray(String[]::new));
  }

  private static void finds(String words, CliRun run) {
    assertEquals(4, run.code(), run.all());
    assertTrue(run.all().contains(words), run.all());
  }

  private void badInput(String words, String... option) {
    CliRun run =
        CliRun.of(
            Stream.concat(
                    Stream.of("purge", "check"),
                    Stream.concat(Stream.of(option), Stream.of(chain.toString())))
                .toArray(String[]::new));
    assertEquals(2, run.code(), run.all());
    assertTrue(run.err().contains(words), run.err());
  }

  private void write(List<String> outcomes, SigningKey signer) throws IOException {
    String before = HashChain.GENESIS;
    for (int seq = 1; seq <= outcomes.size(); seq++) {
      ObjectNode body = JSON.createObjectNode();
      body.put("seq", seq).put("outcome", outcomes.get(seq - 1));
      body.put("as_of", "2026-06-0" + seq + "T00:00:00Z");
      ObjectNode one = JSON.createObjectNode().put("seq", seq).put("prev_hash", before);
      before = HashChain.hash(before, CanonicalJson.write(body));
      one.put("hash", before).set("body", body);
      if (seq > 1 && signer != null) {
        Signature signature = signer.sign("platelake certificate " + seq + " " + before);
        one.putObject("signature").put("key", signature.key()).put("value", signature.value());
      }
      save(one);
    }
  }

  private void save(ObjectNode one) throws IOException {
    JSON.writeValue(file(one.path("seq").asInt()).toFile(), one);
  }

  private ObjectNode read(int seq) throws IOException {
    return (ObjectNode) JSON.readTree(file(seq).toFile());
  }

  private Path file(int seq) {
    return chain.resolve(String.format("%06d.json", seq));
  }
}
