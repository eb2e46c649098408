package io.platelake.app.ledger.purge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.platelake.core.Refusal;
import io.platelake.core.chain.CanonicalJson;
import io.platelake.core.chain.CheckingKey;
import io.platelake.core.chain.HashChain;
import io.platelake.core.chain.Signature;
import io.platelake.core.purge.CertifiedCheck;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.TableRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The chain of certificates: rows of {@code purge_certificates}, each also a file to hand out. */
public final class Certificates {
  static final String FOLDER = "certificates";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Certificates() {}

  /**
   * Adds a certificate to the chain, writes its file, and keeps its hash in the anchor.
   *
   * @param seal what signs it and where its hash is kept, as far as there are such
   */
  public static Path add(
      Lake lake, String runId, Instant asOf, String outcome, Map<String, Object> body, Seal seal)
      throws IOException {
    Optional<NamedRow> last =
        NamedRow.all(
                lake.ledger(Table.PURGE_CERTIFICATES)
                    .orderBy(col("seq").desc())
                    .select("seq", "hash")
                    .limit(1))
            .stream()
            .findFirst();
    long seq = last.map(row -> row.number("seq") + 1).orElse(1L);
    String previous = last.map(row -> row.text("hash")).orElse(HashChain.GENESIS);
    Map<String, Object> numbered = new LinkedHashMap<>(body);
    numbered.put("seq", seq);
    String json = CanonicalJson.write(numbered);
    String hash = HashChain.hash(previous, json);
    TableRow row =
        lake.newRow(Table.PURGE_CERTIFICATES)
            .with("seq", seq)
            .with("run_id", runId)
            .with("as_of", asOf)
            .with("outcome", outcome)
            .with("body", json)
            .with("prev_hash", previous)
            .with("hash", hash);
    if (seal.key().isPresent()) {
      Signature signature = seal.key().get().sign(Certificate.signedText(seq, hash));
      row.with("key_id", signature.key()).with("signature", signature.value());
      publish(lake, seal.key().get().checking());
    }
    lake.append(Table.PURGE_CERTIFICATES, List.of(row.row()), new CommitKey("certificates", seq));
    // Two verifications at once: one of them finds its number taken by the other.
    long mine =
        lake.ledger(Table.PURGE_CERTIFICATES)
            .where(col("seq").equalTo(seq).and(col("hash").equalTo(hash)))
            .count();
    if (mine != 1) {
      throw new IllegalStateException("another verification took number " + seq);
    }
    Path file = export(lake, seq);
    if (seal.anchor().isPresent()) {
      seal.anchor().get().extend(chain(lake));
    }
    return file;
  }

  /**
   * @throws Refusal if the newest certificate is signed and the next would not be: whoever trusts a
   *     key would refuse it for good
   */
  public static void refuseUnsigned(Lake lake, Seal seal) {
    List<Certificate> chain = chain(lake);
    boolean signed = !chain.isEmpty() && chain.get(chain.size() - 1).findSignature().isPresent();
    if (signed && seal.key().isEmpty()) {
      throw new Refusal(
          "Signing key",
          "the certificate before is signed, and this one would not be",
          "Give --signing-key or set PLATELAKE_SIGNING_KEY.");
    }
  }

  /** Puts the public key beside the certificates, for whoever checks them. */
  private static void publish(Lake lake, CheckingKey key) throws IOException {
    Path file = new Path(new Path(folder(lake), "keys"), key.id() + ".pem");
    if (!lake.fileSystem().exists(file)) {
      write(lake.fileSystem(), file, key.pem().getBytes(US_ASCII));
    }
  }

  /** Folder of the certificate files. */
  public static Path folder(Lake lake) {
    return new Path(lake.root(), FOLDER);
  }

  /** What every certificate says of its check, in order. */
  public static List<CertifiedCheck> checks(Lake lake) {
    return bodies(lake).entrySet().stream()
        .map(body -> CertifiedCheck.of(body.getKey(), body.getValue()))
        .toList();
  }

  /**
   * Searches of a plan that found something.
   *
   * @param plan digest of the plan
   * @return number of the certificate to the marks of the plates that were found; a certificate
   *     that names none, because it is older than marks, is not among them
   */
  public static Map<Long, Set<String>> foundBySearch(Lake lake, String plan) {
    Map<Long, Set<String>> found = new TreeMap<>();
    bodies(lake)
        .forEach(
            (seq, body) -> {
              JsonNode marks = body.path("search").path("found_marks");
              if (body.path("plan_digest").asText().equals(plan)
                  && !body.path("outcome").asText().equals("clean")
                  && marks.isArray()) {
                Set<String> of = new TreeSet<>();
                marks.forEach(mark -> of.add(mark.asText()));
                found.put(seq, of);
              }
            });
    return found;
  }

  /**
   * Digest of the readings that the newest certificate states, hex SHA-256; empty when it states
   * none, as older ones do not.
   */
  public static Optional<String> coverage(Lake lake) {
    List<Certificate> chain = chain(lake);
    return chain.isEmpty()
        ? Optional.empty()
        : Optional.of(chain.get(chain.size() - 1).body().at("/readings/coverage_sha256").asText(""))
            .filter(digest -> digest.matches("[0-9a-f]{64}"));
  }

  /**
   * What is wrong with the chain. A row does not follow from the one before it, one is missing, a
   * file differs from its row, a file has no row, or the anchor keeps something else.
   */
  public static List<String> faults(Lake lake, Optional<Anchor> anchor) throws IOException {
    List<String> faults = new ArrayList<>();
    FileSystem fs = lake.fileSystem();
    String before = HashChain.GENESIS;
    long next = 1;
    List<Certificate> chain = chain(lake);
    for (Certificate certificate : chain) {
      if (certificate.seq() != next
          || !certificate.prevHash().equals(before)
          || !certificate.intact()) {
        faults.add("certificate " + certificate.seq() + ": UNLINKED, it does not follow");
      }
      Path file = file(folder(lake), certificate.seq());
      if (fs.exists(file) && !isSame(fs, file, certificate)) {
        faults.add("certificate " + certificate.seq() + ": ALTERED, its file is not its row");
      }
      before = certificate.hash();
      next = certificate.seq() + 1;
    }
    if (fs.exists(file(folder(lake), next))) {
      faults.add("certificate " + next + ": INVENTED, its file has no row");
    }
    anchor.ifPresent(outside -> faults.addAll(outside.faults(chain, true)));
    return faults;
  }

  /** Every certificate, in order. */
  private static List<Certificate> chain(Lake lake) {
    return NamedRow.all(lake.ledger(Table.PURGE_CERTIFICATES).orderBy("seq")).stream()
        .map(Certificate::of)
        .toList();
  }

  private static boolean isSame(FileSystem fs, Path file, Certificate certificate) {
    try (InputStream in = fs.open(file)) {
      return JSON.readValue(in, Certificate.class).equals(certificate);
    } catch (IOException e) {
      return false;
    }
  }

  private static Map<Long, JsonNode> bodies(Lake lake) {
    Map<Long, JsonNode> bodies = new TreeMap<>();
    chain(lake).forEach(c -> bodies.put(c.seq(), c.body()));
    return bodies;
  }

  /** Writes the files that are missing, so that a crash after the row leaves no gap. */
  private static Path export(Lake lake, long latest) throws IOException {
    FileSystem fs = lake.fileSystem();
    Path folder = folder(lake);
    for (Certificate certificate : chain(lake)) {
      long seq = certificate.seq();
      Path file = file(folder, seq);
      if (!fs.exists(file)) {
        write(fs, file, (JSON.writeValueAsString(certificate) + "\n").getBytes(UTF_8));
      }
    }
    return file(folder, latest);
  }

  /** Whole or not at all. */
  private static void write(FileSystem fs, Path file, byte[] content) throws IOException {
    Path part = new Path(file.getParent(), "." + file.getName() + ".part");
    try (OutputStream out = fs.create(part, true)) {
      out.write(content);
    }
    if (!fs.rename(part, file)) {
      throw new IOException("could not name " + file.getName());
    }
  }

  private static Path file(Path folder, long seq) {
    return new Path(folder, Certificate.fileName(seq));
  }
}
