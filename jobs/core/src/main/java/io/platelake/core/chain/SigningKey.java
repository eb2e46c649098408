package io.platelake.core.chain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * An Ed25519 key (RFC 8032) of a deployment. Its file holds the private key and, after it, the
 * public one, both as PEM.
 */
public final class SigningKey {
  private static final String NAME = "PRIVATE KEY";

  private final PrivateKey key;
  private final CheckingKey checking;

  private SigningKey(PrivateKey key, CheckingKey checking) {
    this.key = key;
    this.checking = checking;
  }

  /** A new key. */
  public static SigningKey create() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new SigningKey(pair.getPrivate(), new CheckingKey(pair.getPublic()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
    }
  }

  /**
   * From the text of its file.
   *
   * @throws IllegalArgumentException if it holds no such key, no public key, or two that do not
   *     belong together; the message says which and quotes nothing
   */
  public static SigningKey ofPem(String pem) {
    CheckingKey checking = CheckingKey.ofPem(pem);
    SigningKey read;
    try {
      read =
          new SigningKey(
              KeyFactory.getInstance("Ed25519")
                  .generatePrivate(new PKCS8EncodedKeySpec(Pem.bytes(NAME, pem))),
              checking);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no Ed25519 private key");
    }
    if (!checking.accepts("probe", read.sign("probe"))) {
      throw new IllegalArgumentException("its private and public key do not belong together");
    }
    return read;
  }

  /** The text of its file. */
  public String pem() {
    return Pem.text(NAME, key.getEncoded()) + checking.pem();
  }

  public CheckingKey checking() {
    return checking;
  }

  public Signature sign(String text) {
    try {
      java.security.Signature signer = java.security.Signature.getInstance("Ed25519");
      signer.initSign(key);
      signer.update(text.getBytes(StandardCharsets.UTF_8));
      return new Signature(checking.id(), Base64.getEncoder().encodeToString(signer.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key does not sign", e);
    }
  }

  /** Shows the id and never the key. */
  @Override
  public String toString() {
    return "signing key " + checking.id();
  }
}
