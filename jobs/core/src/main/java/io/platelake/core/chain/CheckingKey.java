package io.platelake.core.chain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** The public half of a {@link SigningKey}: checks what that has signed and can sign nothing. */
public final class CheckingKey {
  private static final String NAME = "PUBLIC KEY";
  private static final int ID_DIGITS = 16;

  private final PublicKey key;

  CheckingKey(PublicKey key) {
    this.key = key;
  }

  /**
   * From the text of a PEM file, as OpenSSL writes it too.
   *
   * @throws IllegalArgumentException if it holds no Ed25519 public key
   */
  public static CheckingKey ofPem(String pem) {
    try {
      return new CheckingKey(
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new X509EncodedKeySpec(Pem.bytes(NAME, pem))));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no Ed25519 public key");
    }
  }

  public String pem() {
    return Pem.text(NAME, key.getEncoded());
  }

  /** First 16 hex digits of the SHA-256 of the key's DER form. */
  public String id() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Whether a text was signed with the private half. */
  public boolean accepts(String text, Signature signature) {
    try {
      java.security.Signature check = java.security.Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(text.getBytes(StandardCharsets.UTF_8));
      return signature.key().equals(id())
          && check.verify(Base64.getDecoder().decode(signature.value()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}
