package io.platelake.core.accesslog;

import io.platelake.core.chain.HashChain;
import java.util.Objects;

/**
 * The newest row of a chain.
 *
 * @param seq its number; 0 where there is none yet
 * @param hash its hash
 */
public record LogHead(long seq, String hash) {
  /** Before the first row. */
  public static final LogHead START = new LogHead(0, HashChain.GENESIS);

  public LogHead {
    Objects.requireNonNull(hash, "hash");
    if (seq < 0) {
      throw new IllegalArgumentException("rows are numbered from 1");
    }
  }
}
