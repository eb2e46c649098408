package io.platelake.core.access;

import io.platelake.core.register.RegisterEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Values of register entries as types. */
final class Values {
  private Values() {}

  static Set<String> words(RegisterEntry entry, String field) {
    return entry.find(field).map(w -> Set.of(w.split(";"))).orElse(Set.of());
  }

  static Optional<Instant> instant(RegisterEntry entry, String field) {
    return entry.find(field).map(Instant::parse);
  }
}
