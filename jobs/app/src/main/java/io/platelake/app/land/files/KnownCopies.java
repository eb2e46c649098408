package io.platelake.app.land.files;

import io.platelake.app.ledger.site.RawFileEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Files of a feed that have landed and stay where they are. A file of the same folder, size and
 * time of change is taken for the same, so its bytes are not read again each night. Names are not
 * known here: makers put plates into them.
 */
public final class KnownCopies {
  /** Knows nothing, so that every file is read. */
  public static final KnownCopies NONE = new KnownCopies(Map.of());

  private record Place(String folder, long bytes, Instant modified) {}

  private final Map<Place, String> digests;

  private KnownCopies(Map<Place, String> digests) {
    this.digests = digests;
  }

  /**
   * @param lying files that exist after their landing, of any feed
   */
  public static KnownCopies of(Collection<RawFileEvent> lying, String feed) {
    Map<Place, String> digests = new HashMap<>();
    Set<Place> ambiguous = new HashSet<>();
    for (RawFileEvent file : lying) {
      if (file.feed().equals(feed) && file.modified().isPresent()) {
        Place place = new Place(file.folder(), file.bytes(), file.modified().get());
        String other = digests.put(place, file.digest());
        if (other != null && !other.equals(file.digest())) {
          ambiguous.add(place);
        }
      }
    }
    digests.keySet().removeAll(ambiguous);
    return digests.isEmpty() ? NONE : new KnownCopies(digests);
  }

  /** The digest of a file that has landed; empty for one that has to be read. */
  Optional<String> find(String folder, RawFile.Copy copy) {
    return Optional.ofNullable(
        digests.get(new Place(folder, copy.bytes(), Instant.ofEpochMilli(copy.modified()))));
  }
}
