package io.platelake.lake.proof.needle;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Collects the needles found in one file; feeds its decoded values to the search. For one thread.
 */
final class FileHits {
  private static final String MASK = "***";

  final NeedleForms forms;
  final NeedleSearch values;
  private final NeedleSearch names;
  private final String shownPath;
  private final int most;
  private final Set<NeedleHit> hits = new TreeSet<>();
  private final Set<NeedleHit> rawHits = new TreeSet<>();
  private final BitSet decoded = new BitSet();
  private final Set<ScanReport.Unread> unread = new TreeSet<>();
  private boolean truncated;

  FileHits(NeedleForms forms, String path, int most) {
    this.forms = forms;
    this.values = new NeedleSearch(forms);
    this.names = new NeedleSearch(forms);
    this.most = most;
    this.shownPath = shown(List.of(path.split("/")), "/");
    text(() -> "name", path);
  }

  /** The name itself, or stars when it holds a needle. */
  String shown(String name) {
    boolean[] hit = {false};
    names.value(name.getBytes(StandardCharsets.UTF_8), true, (needle, form) -> hit[0] = true);
    return hit[0] ? MASK : name;
  }

  /** Names in a row; when a needle spans several of them, stars alone. */
  String shown(Collection<String> parts, String separator) {
    return shown(parts.stream().map(this::shown).collect(Collectors.joining(separator)));
  }

  void text(Supplier<String> where, String value) {
    bytes(where, value.getBytes(StandardCharsets.UTF_8), true);
  }

  void bytes(Supplier<String> where, byte[] value, boolean isText) {
    values.value(value, isText, sink(where));
  }

  void number(Supplier<String> where, long value) {
    values.number(value, sink(where));
  }

  /** A number that could have a fraction part counts when it has none. */
  void number(Supplier<String> where, double value) {
    if (value == Math.rint(value) && Math.abs(value) < 0x1p63) {
      number(where, (long) value);
    }
  }

  /** Takes hits in a decoded place; the place is only spelled out for a hit. */
  NeedleSearch.Found sink(Supplier<String> where) {
    return (needle, form) -> {
      decoded.set(needle);
      add(hits, where.get(), form, needle);
    };
  }

  /** The raw bytes; a needle that was found in a decoded place of the file is not repeated. */
  NeedleSearch.Found rawSink(String where) {
    return (needle, form) -> add(rawHits, where, form, needle);
  }

  void unread(String reason) {
    unread.add(new ScanReport.Unread(shownPath, reason));
  }

  private void add(Set<NeedleHit> to, String where, String form, int needle) {
    if (to.size() >= most) {
      truncated = true;
      return;
    }
    to.add(new NeedleHit(shownPath, form.isEmpty() ? where : where + " (" + form + ")", needle));
  }

  Set<NeedleHit> hits() {
    Set<NeedleHit> all = new TreeSet<>(hits);
    rawHits.stream().filter(hit -> !decoded.get(hit.needle())).forEach(all::add);
    return all;
  }

  Set<ScanReport.Unread> unread() {
    return unread;
  }

  boolean truncated() {
    return truncated;
  }
}
