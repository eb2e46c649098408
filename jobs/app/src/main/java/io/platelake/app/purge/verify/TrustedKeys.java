package io.platelake.app.purge.verify;

import io.platelake.app.job.option.InputFiles;
import io.platelake.app.ledger.purge.Certificate;
import io.platelake.core.BadInput;
import io.platelake.core.chain.CheckingKey;
import io.platelake.core.chain.Signature;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys whose signatures count. Without any, signatures are named and not checked. With some, a
 * certificate without a signature counts only if it is older than the first that has one, and never
 * if it is the newest of those given: otherwise taking all signatures off would go unseen.
 */
final class TrustedKeys {
  private final Map<String, CheckingKey> keys = new HashMap<>();

  /**
   * @param files public keys as PEM
   * @throws BadInput if one is none
   */
  static TrustedKeys read(List<Path> files) {
    TrustedKeys trusted = new TrustedKeys();
    for (Path file : files) {
      try {
        CheckingKey key = CheckingKey.ofPem(InputFiles.text(file));
        trusted.keys.put(key.id(), key);
      } catch (IllegalArgumentException e) {
        throw new BadInput(
            "Public key " + file, e.getMessage(), "Give the .pub file that purge key wrote.");
      }
    }
    return trusted;
  }

  /** What a signature is worth. */
  enum Worth {
    SIGNED(""),
    NOT_CHECKED(", not checked: give --public-key"),
    NOT_YET("no signature yet"),
    UNSIGNED("UNSIGNED: it has no signature"),
    UNKNOWN(": UNKNOWN KEY"),
    FORGED(": FORGED");

    private final String words;

    Worth(String words) {
      this.words = words;
    }

    boolean isTrusted() {
      return this == SIGNED || this == NOT_CHECKED || this == NOT_YET;
    }
  }

  /**
   * @param signedBefore whether a certificate before this one has a signature
   * @param newest whether none comes after it
   */
  Worth worth(Certificate certificate, boolean signedBefore, boolean newest) {
    if (certificate.findSignature().isEmpty()) {
      boolean needed = !keys.isEmpty() && (signedBefore || newest);
      return needed ? Worth.UNSIGNED : Worth.NOT_YET;
    }
    if (keys.isEmpty()) {
      return Worth.NOT_CHECKED;
    }
    CheckingKey key = keys.get(certificate.findSignature().get().key());
    if (key == null) {
      return Worth.UNKNOWN;
    }
    return certificate.isSignedBy(key) ? Worth.SIGNED : Worth.FORGED;
  }

  /** In words for a person; empty where nobody asked for signatures and there is none. */
  String words(Certificate certificate, Worth worth) {
    if (worth == Worth.NOT_YET && keys.isEmpty()) {
      return "";
    }
    return certificate
        .findSignature()
        .map(Signature::key)
        .map(key -> "  signed by " + key + worth.words)
        .orElse("  " + worth.words);
  }
}
