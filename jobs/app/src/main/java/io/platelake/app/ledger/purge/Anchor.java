package io.platelake.app.ledger.purge;

import io.platelake.core.BadInput;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file outside the lake that keeps the number and hash of each certificate, a line each. Whoever
 * can rewrite the lake but not this file can neither replace a certificate nor cut the last ones.
 */
public final class Anchor {
  private static final Pattern LINE = Pattern.compile("([0-9]{6,}) ([0-9a-f]{64})");

  private final Path file;

  public Anchor(Path file) {
    this.file = file;
  }

  /**
   * What the file keeps, by number.
   *
   * @throws BadInput if a line is none of an anchor, or a number has two hashes
   */
  public Map<Long, String> hashes() {
    Map<Long, String> hashes = new TreeMap<>();
    if (!Files.exists(file)) {
      return hashes;
    }
    int number = 0;
    for (String line : lines()) {
      number++;
      Matcher parts = LINE.matcher(line);
      String place = "Anchor " + file + ", line " + number;
      if (!parts.matches()) {
        throw new BadInput(
            place,
            "it is no number and hash of a certificate",
            "Give the right file, or take out a last line that was cut off.");
      }
      String before = hashes.putIfAbsent(Long.parseLong(parts.group(1)), parts.group(2));
      if (before != null && !before.equals(parts.group(2))) {
        throw new BadInput(
            place, "an earlier line has another hash for the number", "Find out who wrote it.");
      }
    }
    return hashes;
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new BadInput("Anchor " + file, "it cannot be read", "Check its permissions.");
    }
  }

  /**
   * How certificates differ from what the file keeps.
   *
   * @param whole whether these are all that there are, so that none may be absent
   */
  public List<String> faults(Collection<Certificate> chain, boolean whole) {
    // Two of a number are a fault of the chain, which its own check names.
    Map<Long, String> there =
        chain.stream().collect(Collectors.toMap(Certificate::seq, Certificate::hash, (a, b) -> a));
    List<String> faults = new ArrayList<>();
    hashes()
        .forEach(
            (seq, hash) -> {
              if (!there.containsKey(seq) && whole) {
                faults.add("certificate " + seq + ": REMOVED, the anchor names it");
              } else if (!there.getOrDefault(seq, hash).equals(hash)) {
                faults.add("certificate " + seq + ": REWRITTEN, the anchor keeps another hash");
              }
            });
    return faults;
  }

  /** Adds the certificates that are newer than the last line, also those of a run that died. */
  public void extend(Collection<Certificate> chain) throws IOException {
    long last = hashes().keySet().stream().reduce(0L, Math::max);
    String more =
        chain.stream()
            .filter(c -> c.seq() > last)
            .map(c -> String.format("%06d %s%n", c.seq(), c.hash()))
            .collect(Collectors.joining());
    Files.writeString(
        file,
        more.isEmpty() || endsWithLine() ? more : "\n" + more,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND,
        StandardOpenOption.SYNC);
  }

  private boolean endsWithLine() throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return true;
    }
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      bytes.seek(bytes.length() - 1);
      return bytes.read() == '\n';
    }
  }
}
