package io.platelake.app.ledger.purge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a purge has copied for holds, as its ledger says.
 *
 * @param holds ids of the holds whose reads have been copied; none where no hold was open
 * @param reads version of {@code reads} with every row that the purge takes
 * @param images the same of {@code images}
 */
public record HeldCopies(Set<String> holds, long reads, long images) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public HeldCopies {
    holds = Set.copyOf(holds);
  }

  /** These copies and those for more holds. */
  public HeldCopies with(Collection<String> more) {
    Set<String> all = new TreeSet<>(holds);
    all.addAll(more);
    return new HeldCopies(all, reads, images);
  }

  String toJson() {
    try {
      return JSON.writeValueAsString(new HeldCopies.Sorted(new TreeSet<>(holds), reads, images));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static HeldCopies fromJson(String json) {
    try {
      return JSON.readValue(json, HeldCopies.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a line of step evidence holds no copies", e);
    }
  }

  /** In an order, so that the same copies give the same text. */
  private record Sorted(TreeSet<String> holds, long reads, long images) {}
}
