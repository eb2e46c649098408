package io.platelake.core.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Ledger rows chained by SHA-256, so that a changed, removed or inserted row shows.
 *
 * <p>The hash of a row is the lower-case hex SHA-256 of the previous row's hash, a line feed and
 * the row's canonical JSON, in UTF-8; the first row follows {@link #GENESIS}. With a shell: {@code
 * printf '%s\n%s' "$prev" "$json" | sha256sum}. A chain cannot show that its last rows were cut
 * off: keep the latest hash somewhere else too.
 */
public final class HashChain {
  /** What the first row of a chain follows: 64 zeros. */
  public static final String GENESIS = "0".repeat(64);

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private HashChain() {}

  /**
   * One row of a chain as stored.
   *
   * @param prevHash hash of the row before
   * @param json canonical JSON of the row
   * @param hash hash of this row
   */
  public record Link(String prevHash, String json, String hash) {
    public Link {
      if (prevHash == null || json == null || hash == null) {
        throw new IllegalArgumentException("a link has a previous hash, its JSON and a hash");
      }
    }
  }

  /** Hash of a row with this canonical JSON after a row with {@code prevHash}. */
  public static String hash(String prevHash, String canonicalJson) {
    if (!HASH.matcher(prevHash).matches()) {
      throw new IllegalArgumentException("a previous hash is 64 lower-case hex digits");
    }
    return sha256(prevHash + "\n" + canonicalJson);
  }

  /** The link that puts {@code value} after the row with {@code prevHash}. */
  public static Link append(String prevHash, Object value) {
    String json = CanonicalJson.write(value);
    return new Link(prevHash, json, hash(prevHash, json));
  }

  /** Index of the first link that does not follow from what is before it; empty if all do. */
  public static OptionalInt verify(List<Link> links) {
    return verify(GENESIS, links);
  }

  /** As {@link #verify(List)} for a part of a chain that starts after {@code startHash}. */
  public static OptionalInt verify(String startHash, List<Link> links) {
    String expected = startHash;
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      if (!link.prevHash().equals(expected) || !link.hash().equals(hash(expected, link.json()))) {
        return OptionalInt.of(i);
      }
      expected = link.hash();
    }
    return OptionalInt.empty();
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
