package io.platelake.core.detect;

import io.platelake.core.policy.Policy;
import io.platelake.core.register.RegisterEntry;
import io.platelake.core.register.RegisterHistory;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Bodies outside the agency: by id or registered alias, never by likeness. Tags that a vendor puts
 * around a name, such as {@code [Federal]}, say nothing.
 */
final class OutsideBodies {
  /** Tags that vendors add to names of organisations. */
  private static final Pattern TAGS =
      Pattern.compile("\\[[^\\]]*\\]|\\((?:lr|deactivated|inactive)\\)|- axon$");

  private static final int DEEPEST = 5;

  private final RegisterHistory recipients;
  private final Map<String, String> byName = new HashMap<>();
  private final Map<String, Set<RegisterEntry>> agreements = new HashMap<>();
  private final Set<String> blockedKinds;
  private final String jurisdiction;

  OutsideBodies(Policy policy, RegisterHistory recipients, RegisterHistory agreements) {
    this.recipients = recipients;
    this.blockedKinds = policy.sharingRules().blockedRecipients().keySet();
    this.jurisdiction = policy.jurisdiction();
    for (String key : recipients.keys()) {
      for (RegisterEntry entry : recipients.entries(key)) {
        byName.put(plain(key), key);
        byName.put(plain(entry.values().get("name")), key);
        entry
            .find("aliases")
            .ifPresent(all -> Set.of(all.split(";")).forEach(a -> byName.put(plain(a), key)));
      }
    }
    for (String key : agreements.keys()) {
      for (RegisterEntry entry : agreements.entries(key)) {
        this.agreements
            .computeIfAbsent(entry.values().get("party"), k -> new HashSet<>())
            .add(entry);
      }
    }
  }

  /** Whether the register has rows at all. */
  boolean isEmpty() {
    return byName.isEmpty();
  }

  /** Whether a body may get nothing; unseen where the register does not know it. */
  RowVerdict blocked(String name, Instant at) {
    Optional<RegisterEntry> body = find(name, at);
    if (body.isEmpty()) {
      return RowVerdict.UNSEEN;
    }
    for (int depth = 0; body.isPresent() && depth < DEEPEST; depth++) {
      if (isBlocked(body.get())) {
        return RowVerdict.CANDIDATE;
      }
      body = body.get().find("parent").flatMap(parent -> recipients.find(parent, at));
    }
    return RowVerdict.CLEAR;
  }

  private boolean isBlocked(RegisterEntry body) {
    String level = body.values().get("level");
    boolean elsewhere =
        body.find("jurisdiction").filter(state -> !state.equalsIgnoreCase(jurisdiction)).isPresent()
            && !level.equals("federal");
    return "true".equals(body.values().get("blocked"))
        || blockedKinds.contains(body.values().get("kind"))
        || blockedKinds.contains(level)
        || (elsewhere && blockedKinds.contains("out_of_state"));
  }

  /** Whether no agreement with a body, or one that it belongs to, was in force. */
  RowVerdict withoutAgreement(String name, Instant at) {
    if (isEmpty()) {
      return RowVerdict.UNSEEN;
    }
    Optional<RegisterEntry> body = find(name, at);
    for (int depth = 0; body.isPresent() && depth < DEEPEST; depth++) {
      if (agreements.getOrDefault(body.get().key(), Set.of()).stream()
          .anyMatch(a -> a.holdsAt(at) && !"vendor".equals(a.values().get("kind")))) {
        return RowVerdict.CLEAR;
      }
      body = body.get().find("parent").flatMap(parent -> recipients.find(parent, at));
    }
    return RowVerdict.CANDIDATE;
  }

  private Optional<RegisterEntry> find(String name, Instant at) {
    return Optional.ofNullable(byName.get(plain(name))).flatMap(key -> recipients.find(key, at));
  }

  private static String plain(String name) {
    return TAGS.matcher(name.toLowerCase(Locale.ROOT))
        .replaceAll(" ")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
