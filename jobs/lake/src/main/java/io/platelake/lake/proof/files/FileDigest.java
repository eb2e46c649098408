package io.platelake.lake.proof.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A running SHA-256 over UTF-8 text. */
public final class FileDigest {
  private final MessageDigest digest;

  FileDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Hex SHA-256 of one text. */
  public static String of(String text) {
    FileDigest digest = new FileDigest();
    digest.add(text);
    return digest.hex();
  }

  void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
